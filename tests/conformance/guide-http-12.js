// Writing a response in pieces, with trailers, and its events.
const http = require('http');
const server = http.createServer((req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/plain', Trailer: 'Content-MD5' });
  res.write('first ');
  res.on('finish', () => console.log('response finish', res.writableFinished));
  res.on('close', () => console.log('response close'));
  setTimeout(() => {
    res.write('second');
    res.addTrailers({ 'Content-MD5': '7895bf4b8828b55ceaf47747b4bca667' });
    res.end();
  }, 60);
});
server.listen(0, () => {
  http.get({ port: server.address().port }, (res) => {
    res.setEncoding('utf8');
    res.on('data', (d) => console.log('data', d));
    res.on('end', () => { console.log(res.trailers, res.complete); server.close(); });
  });
});
