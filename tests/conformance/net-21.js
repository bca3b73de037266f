// reset
const net = require('net');
const s = net.createServer((c) => { c.on('error', (e) => console.log('S error', e.code, e.syscall, e.message)).on('close', (h) => { console.log('S close', h); s.close(() => console.log('closed')); }); c.resume(); });
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1', () => { c.resetAndDestroy(); }); c.on('close', (h) => console.log('C close', h)); });
