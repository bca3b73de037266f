// EADDRINUSE
const net = require('net');
const a = net.createServer().listen(0, '127.0.0.1', () => {
  const { port } = a.address();
  const b = net.createServer();
  b.on('error', (e) => { console.log(e.code, e.syscall, e.address, e.port === port, e.errno, e.message.replace(port, 'PORT')); console.log(b.listening, b.address()); a.close(() => console.log('a closed')); });
  b.listen(port, '127.0.0.1', () => console.log('never'));
  console.log('after listen', b.listening);
  process.nextTick(() => console.log('tick'));
});
