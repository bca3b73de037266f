// Expect: 100-continue, HEAD, 204.
const http = require('http');
const server = http.createServer((req, res) => {
  if (req.method === 'HEAD') { res.setHeader('x-size', '5'); res.end('never sent'); return; }
  if (req.url === '/none') { res.writeHead(204); res.end(); return; }
  req.resume().on('end', () => res.end('got it'));
});
server.on('checkContinue', (req, res) => { console.log('checkContinue'); res.writeContinue(); server.emit('request', req, res); });
server.listen(0, () => {
  const port = server.address().port;
  const show = (name, next) => (res) => {
    const parts = [];
    res.on('data', (d) => parts.push(String(d)));
    res.on('end', () => { console.log(name, res.statusCode, res.headers['x-size'], parts.join('')); next(); });
  };
  http.request({ port, method: 'HEAD' }, show('head', () => {
    http.get({ port, path: '/none' }, show('none', () => {
      const req = http.request({ port, method: 'POST', headers: { Expect: '100-continue' } }, show('post', () => server.close()));
      req.on('continue', () => { console.log('continue'); req.end('body'); });
      req.flushHeaders();
    }));
  })).end();
});
