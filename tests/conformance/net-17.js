// addresses
const net = require('net');
const s = net.createServer((c) => { console.log('server side', c.localAddress, c.localPort === port, c.remoteAddress, c.remoteFamily, typeof c.remotePort); c.end(); });
let port;
s.listen(0, () => { const a = s.address(); port = a.port; console.log(a.address, a.family, port > 1023); const c = net.connect(port, '127.0.0.1', () => { console.log('client side', c.remoteAddress, c.remotePort === port, c.remoteFamily, c.localAddress, c.localFamily, c.address().family); }); c.resume().on('close', () => { console.log(c.remoteAddress, c.localAddress); s.close(); }); });
console.log(s.address().family, s.listening);
