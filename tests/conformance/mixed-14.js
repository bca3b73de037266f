// A TCP server with two clients: who is told what, half-open, and the counts.
const net = require('net');
const server = net.createServer({ allowHalfOpen: true }, (s) => {
  s.setEncoding('utf8'); let text = '';
  s.on('data', (d) => { text += d; }); s.on('end', () => { console.log('server end', text, s.readyState); s.end(text.toUpperCase()); });
  s.on('close', (err) => { console.log('server socket close', err, s.bytesRead, s.bytesWritten); });
});
server.on('connection', () => server.getConnections((e, n) => console.log('connections', n)));
server.on('close', () => console.log('server close'));
server.listen(0, '127.0.0.1', () => {
  const { address, family } = server.address(); console.log(address, family, server.listening);
  const a = net.connect(server.address().port, '127.0.0.1', () => { console.log('a connected', a.remoteFamily, a.pending, a.connecting); a.write('hello '); a.end('a'); });
  a.on('data', (d) => console.log('a got', String(d))); a.on('end', () => console.log('a end')); a.on('close', (e) => {
    console.log('a close', e);
    const b = net.createConnection({ port: server.address().port, host: '127.0.0.1' });
    console.log('b connecting', b.connecting, b.readyState);
    b.on('connect', () => { b.write('x'); b.destroySoon(); }); b.on('close', (e2) => { console.log('b close', e2, b.destroyed); server.close(); console.log(server.listening); try { b.write('late'); } catch (x) { console.log(x.code); } });
    b.on('error', (x) => console.log('b error', x.code));
  });
});
