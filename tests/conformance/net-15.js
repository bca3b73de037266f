// an error without a listener is an uncaught exception
const net = require('net');
process.on('uncaughtException', (e, origin) => console.log('caught', e.code, origin));
process.on('exit', (code) => console.log('exit', code));
net.connect(1, '127.0.0.1').on('close', () => console.log('close'));
