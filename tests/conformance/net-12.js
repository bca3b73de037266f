// ticks, microtasks and immediates around each socket event
const net = require('net');
const around = (name) => { console.log(name); process.nextTick(() => console.log(name, 'tick')); Promise.resolve().then(() => console.log(name, 'micro')); setImmediate(() => console.log(name, 'immediate')); };
const s = net.createServer((c) => { around('connection'); c.on('data', () => { around('server data'); c.end(); }); });
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1', () => { around('connect'); c.write('x'); }); c.resume().on('end', () => around('client end')).on('close', () => { around('client close'); s.close(); }); });
