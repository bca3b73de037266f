// localhost goes through the thread pool
const net = require('net');
const s = net.createServer((c) => { console.log('connection'); c.end(); });
s.listen(0, () => { const c = net.connect(s.address().port); c.on('lookup', (e, a, f, h) => console.log('lookup', e, f, h)).on('connect', () => console.log('connect')).resume().on('close', () => s.close()); setTimeout(() => console.log('later'), 100); });
