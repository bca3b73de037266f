// server.close waits for connections; getConnections
const net = require('net');
const s = net.createServer((c) => { s.getConnections((e, n) => console.log('connections', n)); s.close(() => console.log('server closed')); console.log('close called', s.listening); setTimeout(() => { console.log('ending'); c.end(); }, 30); });
s.listen(0, '127.0.0.1', () => { net.connect(s.address().port, '127.0.0.1').resume().on('close', () => console.log('client closed')); });
