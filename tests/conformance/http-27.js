// upgrade
const http = require('http');
const s = http.createServer();
s.on('upgrade', (req, socket, head) => { console.log('upgrade', req.headers.upgrade, head.length); socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n'); socket.on('data', (d) => { console.log('server', String(d)); socket.end('bye'); }); });
s.listen(0, '127.0.0.1', () => { const r = http.request({ port: s.address().port, host: '127.0.0.1', agent: false, headers: { Connection: 'Upgrade', Upgrade: 'echo' } }); r.on('upgrade', (res, socket) => { console.log('client', res.statusCode); socket.write('hello'); socket.on('data', (d) => console.log('client', String(d))).on('close', () => s.close(() => console.log('closed'))); }); r.end(); });
