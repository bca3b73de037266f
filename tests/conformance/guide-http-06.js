// Timeouts of a request.
const http = require('http');
const server = http.createServer((req, res) => { setTimeout(() => res.end('late'), 200); });
server.listen(0, () => {
  const req = http.get({ port: server.address().port, timeout: 50 }, () => console.log('never'));
  req.on('timeout', () => { console.log('timeout'); req.destroy(new Error('took too long')); });
  req.on('error', (e) => console.log(e.message));
  req.on('close', () => {
    const second = http.get({ port: server.address().port }, (res) => { console.log('never too'); });
    second.setTimeout(40, () => { console.log('second', second.destroyed); second.destroy(); });
    second.on('error', (e) => { console.log(e.code); server.close(() => console.log('closed')); server.closeAllConnections(); });
  });
});
