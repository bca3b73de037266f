// pipe: an echo server by pipe
const net = require('net');
const s = net.createServer((c) => c.pipe(c));
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1'); c.setEncoding('utf8'); let t = ''; c.on('data', (d) => { t += d; if (t === 'hello world') c.end(); }).on('end', () => console.log('end', t)).on('close', () => s.close(() => console.log('closed'))); c.write('hello '); setTimeout(() => c.write('world'), 10); });
