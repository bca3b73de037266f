// unref: a server alone does not keep the process alive
const net = require('net');
const s = net.createServer().listen(0, '127.0.0.1', () => { console.log('listening'); s.unref(); });
process.on('exit', () => console.log('exit'));
