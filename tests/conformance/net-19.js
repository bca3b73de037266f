// socket timeout
const net = require('net');
const s = net.createServer((c) => { c.setTimeout(60); c.on('timeout', () => { console.log('server timeout'); c.end('bye'); }); });
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1'); c.on('data', (d) => console.log(String(d))).on('close', () => { console.log('close'); s.close(); }); });
