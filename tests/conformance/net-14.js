// refused: the whole error
const net = require('net');
const c = net.connect({ port: 1, host: '127.0.0.1' });
c.on('error', (e) => { console.log(e.message, e.errno, e.code, e.syscall, e.address, e.port, Object.keys(e)); });
c.on('close', (had) => console.log('close', had, c.destroyed, c.connecting));
setImmediate(() => console.log('immediate'));
