// half open: the server goes on after the client's end
const net = require('net');
const s = net.createServer({ allowHalfOpen: true }, (c) => { let t = ''; c.on('data', (d) => { t += d; }).on('end', () => { console.log('server has all:', t); setTimeout(() => c.end('late answer'), 20); }); });
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1', () => c.end('question')); c.on('data', (d) => console.log('client', String(d))).on('close', () => s.close(() => console.log('done'))); });
