// write before connect; bytes counted; ends
const net = require('net');
const s = net.createServer((c) => { let n = 0; c.on('data', (d) => { n += d.length; }).on('end', () => { console.log('server got', n, c.bytesRead); c.end('ok'); }); });
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1'); console.log(c.pending, c.connecting, c.readyState); c.write(Buffer.alloc(1000)); console.log(c.bytesWritten); c.end('tail', () => console.log('end cb')); c.on('ready', () => console.log(c.readyState)); c.on('data', (d) => console.log(String(d))).on('close', () => { console.log(c.bytesWritten, c.bytesRead, c.readyState); s.close(); }); });
