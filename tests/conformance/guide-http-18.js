// A server's events and its connections.
const http = require('http');
const server = http.createServer();
server.on('connection', () => console.log('connection'));
server.on('request', (req, res) => {
  console.log('request', req.complete);
  server.getConnections((err, n) => { console.log('connections', n); res.end(); });
});
server.on('listening', () => console.log('listening', server.listening, server.address().family));
server.on('close', () => console.log('close'));
server.listen(0, '127.0.0.1');
server.once('listening', () => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, (res) => {
    console.log('response');
    res.resume();
    res.on('close', () => server.close());
  });
});
const second = http.createServer();
server.on('listening', () => {
  second.on('error', (e) => console.log(e.code, e.syscall));
  second.listen(server.address().port, '127.0.0.1');
});
