// closing order: sockets closed in one turn close in reverse order, after the check phase
const net = require('net');
const socks = [];
const s = net.createServer((c) => { socks.push(c); c.on('close', () => console.log('server side', socks.indexOf(c))); if (socks.length === 3) { for (const k of socks) k.destroy(); process.nextTick(() => console.log('tick')); setImmediate(() => console.log('immediate')); s.close(() => console.log('closed')); } });
s.listen(0, '127.0.0.1', () => { for (let i = 0; i < 3; i++) net.connect(s.address().port, '127.0.0.1').resume().on('error', () => {}); });
