// A server and a client of one program.
const http = require('node:http');
const server = http.createServer((req, res) => {
  res.statusCode = 200;
  res.setHeader('Content-Type', 'text/plain');
  res.end('Hello World\n');
});
server.listen(0, '127.0.0.1', () => {
  console.log('Server running');
  http.get({ port: server.address().port, host: '127.0.0.1' }, (res) => {
    console.log(res.statusCode, res.headers['content-type'], res.httpVersion);
    res.setEncoding('utf8');
    res.on('data', (chunk) => console.log(JSON.stringify(chunk)));
    res.on('end', () => { console.log('end'); server.close(() => console.log('closed')); });
  });
});
