// A raw client of net against the http server; a bad request.
const http = require('http');
const net = require('net');
const server = http.createServer((req, res) => { res.setHeader('Date', 'today'); res.end('hi'); });
server.on('clientError', (err, socket) => {
  console.log('clientError', err.code);
  socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
});
server.listen(0, () => {
  const port = server.address().port;
  const ask = (text, done) => {
    const socket = net.connect(port, () => socket.write(text));
    let all = '';
    socket.setEncoding('utf8');
    socket.on('data', (d) => { all += d; });
    socket.on('close', () => { console.log(JSON.stringify(all)); done(); });
  };
  ask('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', () => {
    ask('this is no http\r\n\r\n', () => {
      ask('GET / HTTP/1.0\r\n\r\n', () => server.close(() => console.log('closed')));
    });
  });
});
