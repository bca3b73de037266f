// all events of a connection (7.3)
const net = require('net');
const s = net.createServer((c) => { console.log('S conn'); c.on('data', (d) => { console.log('S data'); c.end('bye'); }).on('end', () => console.log('S end')).on('finish', () => console.log('S finish')).on('close', () => console.log('S sock close')); });
s.listen(0, '127.0.0.1', () => {
  console.log('listening');
  const c = net.connect(s.address().port, '127.0.0.1');
  c.on('connect', () => { console.log('C connect'); c.write('hi', () => console.log('C write cb')); }).on('ready', () => console.log('C ready'));
  c.on('data', (d) => console.log('C data', String(d))).on('end', () => console.log('C end')).on('finish', () => console.log('C finish'));
  c.on('close', (e) => { console.log('C close', e); s.close(() => console.log('server close')); });
});
