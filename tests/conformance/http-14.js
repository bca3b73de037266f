// the server fails in the middle of a body: aborted
const http = require('http');
const s = http.createServer((req, res) => { res.writeHead(200, { 'Content-Length': 100 }); res.write('some'); setTimeout(() => req.socket.destroy(), 30); });
s.listen(0, '127.0.0.1', () => { http.get({ port: s.address().port, host: '127.0.0.1', agent: false }, (res) => { res.on('data', (d) => console.log('data', String(d))).on('aborted', () => console.log('aborted')).on('error', (e) => console.log('error', e.code, e.message)).on('end', () => console.log('end')).on('close', () => { console.log('close', res.complete); s.close(); }); }); });
