// The parts of a request, and a body that is JSON.
const http = require('http');
const server = http.createServer((request, response) => {
  const { headers, method, url } = request;
  let body = [];
  request
    .on('error', (err) => console.error(err))
    .on('data', (chunk) => { body.push(chunk); })
    .on('end', () => {
      body = Buffer.concat(body).toString();
      response.on('error', (err) => console.error(err));
      response.writeHead(200, { 'Content-Type': 'application/json', 'X-Powered-By': 'bacon' });
      response.end(JSON.stringify({ type: headers['content-type'], method, url, body }));
    });
});
server.listen(0, () => {
  const data = JSON.stringify({ todo: 'Buy the milk' });
  const req = http.request({
    port: server.address().port, path: '/todos?done=0', method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(data) },
  }, (res) => {
    console.log('STATUS', res.statusCode, res.statusMessage, res.headers['x-powered-by']);
    res.setEncoding('utf8');
    res.on('data', (chunk) => console.log('BODY', JSON.parse(chunk)));
    res.on('end', () => { console.log('No more data in response.'); server.close(); });
  });
  req.on('error', (e) => console.error(`problem with request: ${e.message}`));
  req.write(data);
  req.end();
});
