// echo server: two writes in a row arrive together
const net = require('net');
const s = net.createServer((c) => { c.on('data', (d) => { console.log('server got', JSON.stringify(String(d))); c.write('echo ' + d); }); c.on('end', () => console.log('server end')); c.on('close', (had) => console.log('server close', had)); });
s.listen(0, '127.0.0.1', () => {
  const c = net.connect({ port: s.address().port, host: '127.0.0.1' });
  c.setEncoding('utf8');
  c.write('a'); c.write('b');
  c.on('data', (d) => { console.log('client got', d); c.end(); });
  c.on('end', () => console.log('client end')); c.on('close', (had) => { console.log('client close', had); s.close(() => console.log('closed')); });
});
