// write after the other side has ended
const net = require('net');
const s = net.createServer((c) => c.end('bye'));
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1'); c.resume(); c.on('end', () => { setImmediate(() => { console.log('writable', c.writable); c.write('late', (e) => console.log('write cb', e && e.code)); }); }).on('error', (e) => console.log('error', e.code)).on('close', () => { console.log('close'); s.close(); }); });
