// net: socket.setTimeout, idle and busy.
const net = require('net');
const server = net.createServer((socket) => {
  socket.setTimeout(80);
  socket.on('timeout', () => { console.log('server socket idle', socket.timeout); socket.end('bye'); });
  socket.on('data', (d) => console.log('server got', String(d)));
  socket.on('close', () => server.close(() => console.log('closed')));
});
server.listen(0, () => {
  const c = net.connect(server.address().port, () => {
    c.setTimeout(30, () => { console.log('client idle'); c.setTimeout(0); });
    setTimeout(() => c.write('x'), 50);
  });
  c.on('data', (d) => console.log('client got', String(d)));
  c.on('end', () => console.log('end'));
});
