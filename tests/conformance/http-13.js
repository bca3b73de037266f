// errors: refused, and a server that hangs up
const http = require('http');
http.get({ port: 1, host: '127.0.0.1', agent: false }).on('error', (e) => { console.log(e.code, e.message); next(); }).on('close', () => console.log('close 1'));
function next() { const s = http.createServer((req) => { console.log('request'); req.socket.destroy(); }); s.listen(0, '127.0.0.1', () => { http.get({ port: s.address().port, host: '127.0.0.1', agent: false }).on('error', (e) => { console.log(e.code, e.message); s.close(() => console.log('closed')); }).on('close', () => console.log('close 2')); }); }
