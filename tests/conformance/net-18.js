// three clients: order of connections, answers, closes
const net = require('net');
const s = net.createServer((c) => { let n = ++count; console.log('connection', n); c.end('you are ' + n); });
let count = 0, open = 3;
s.listen(0, '127.0.0.1', () => { for (const name of ['a', 'b', 'c']) { const c = net.connect(s.address().port, '127.0.0.1'); c.on('connect', () => console.log(name, 'connect')).on('data', (d) => console.log(name, String(d))).on('end', () => console.log(name, 'end')).on('close', () => { console.log(name, 'close'); if (--open === 0) s.close(() => console.log('closed')); }); } });
