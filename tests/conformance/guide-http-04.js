// Echo by a pipe.
const http = require('http');
const server = http.createServer((request, response) => {
  request.on('error', (err) => { response.statusCode = 400; response.end(); });
  if (request.method === 'POST' && request.url === '/echo') request.pipe(response);
  else { response.statusCode = 404; response.end(); }
});
server.listen(0, () => {
  const req = http.request({ port: server.address().port, method: 'POST', path: '/echo' }, (res) => {
    const parts = [];
    console.log(res.headers['transfer-encoding']);
    res.on('data', (d) => parts.push(String(d)));
    res.on('end', () => { console.log(parts.join('')); server.close(); });
  });
  req.write('one ');
  setTimeout(() => { req.write('two '); req.end('three'); }, 10);
});
