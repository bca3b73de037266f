// destroy with and without an error
const net = require('net');
const s = net.createServer((c) => { c.on('error', (e) => console.log('S error', e.code)).on('close', (h) => console.log('S close', h)); c.resume(); });
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1', () => { c.destroy(new Error('mine')); console.log('destroyed', c.destroyed); }); c.on('error', (e) => console.log('C error', e.message)).on('close', (h) => { console.log('C close', h); s.close(() => console.log('closed')); }); });
