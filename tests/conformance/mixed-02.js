// Errors of an http client: refused, destroyed, timed out, a socket that hangs up.
const http = require('http');
const net = require('net');
const server = http.createServer((req, res) => {
  if (req.url === '/hang') return;
  if (req.url === '/drop') { req.socket.destroy(); return; }
  if (req.url === '/half') { res.writeHead(200, { 'Content-Length': 10 }); res.write('12345'); setImmediate(() => res.destroy()); return; }
  res.end('ok');
});
function go(path, set) {
  return new Promise((done) => {
    const req = http.get({ port: server.address().port, path, agent: false }, (res) => {
      let n = 0;
      res.on('data', (c) => { n += c.length; }); res.on('end', () => console.log(path, 'end', n, res.complete)); res.on('aborted', () => console.log(path, 'aborted'));
      res.on('error', (e) => console.log(path, 'response error', e.code, e.message)); res.on('close', () => { console.log(path, 'response close', res.complete); });
    });
    req.on('timeout', () => { console.log(path, 'timeout'); req.destroy(); });
    req.on('error', (e) => console.log(path, 'error', e.code, e.message));
    req.on('close', () => { console.log(path, 'close', req.destroyed, req.reusedSocket); done(); });
    if (set) set(req);
  });
}
server.listen(0, async () => {
  await go('/ok');
  await go('/drop');
  await go('/half');
  await go('/hang', (req) => req.setTimeout(30));
  await go('/hang', (req) => setTimeout(() => req.destroy(new Error('enough')), 10));
  await go('/hang', (req) => req.destroy());
  const { port } = server.address();
  server.close(() => {
    console.log('closed');
    http.get({ port }).on('error', (e) => console.log(e.code, e.syscall, e.port === port));
  });
  server.closeAllConnections();
});
