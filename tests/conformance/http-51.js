// The timeouts of a server: a request whose head or body does not come.
const http = require('http');
const net = require('net');
const server = http.createServer({ headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 }, (req, res) => {
  req.on('error', (e) => console.log('req error', e.code));
  req.resume().on('end', () => res.end('ok'));
});
server.on('clientError', (err, socket) => {
  console.log('clientError', err.code);
  socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
});
server.listen(0, () => {
  const { port } = server.address();
  const half = (text, done) => {
    const socket = net.connect(port);
    socket.write(text);
    socket.setEncoding('utf8');
    socket.on('data', (d) => console.log(d.split('\r\n')[0]));
    socket.on('close', done);
  };
  half('GET / HTTP/1.1\r\nHost: x\r\n', () => {
    half('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc', () => {
      console.log('both over');
      server.close(() => console.log('closed'));
    });
  });
});
