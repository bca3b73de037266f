// Graceful shutdown: no new connections, the running request is finished.
const http = require('http');
const server = http.createServer((req, res) => {
  console.log('begin', req.url);
  setTimeout(() => { res.end('done'); console.log('answered', req.url); }, 60);
});
server.listen(0, () => {
  const port = server.address().port;
  http.get({ port, path: '/1' }, (res) => { res.resume(); res.on('end', () => console.log('client got all')); });
  setTimeout(() => {
    server.close((err) => console.log('server closed', err));
    console.log(server.listening);
    http.get({ port, path: '/2' }).on('error', (e) => console.log('refused', e.code));
    server.close((err) => console.log(err.code));
  }, 30);
});
