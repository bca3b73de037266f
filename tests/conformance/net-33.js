// a write that does not fit: it waits, then drains
const net = require('net');
let total = 0;
const s = net.createServer((c) => { c.pause(); setTimeout(() => c.resume(), 200); c.on('data', (d) => { total += d.length; }).on('end', () => { console.log('total', total); c.end(); s.close(() => console.log('closed')); }); });
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1', () => { c.resume(); const r = c.write(Buffer.alloc(8000000), () => console.log('write cb')); console.log('write', r, c.writableNeedDrain); c.once('drain', () => { console.log('drain', c.writableLength, total > 0); c.end(); }); }); });
