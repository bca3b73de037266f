// A server that compresses what it answers, as guides show it.
const http = require('http');
const zlib = require('zlib');
const body = JSON.stringify(Array.from({ length: 200 }, (_, id) => ({ id, name: `user ${id}` })));
const server = http.createServer((request, response) => {
  const accepts = request.headers['accept-encoding'] || '';
  response.setHeader('Vary', 'Accept-Encoding');
  if (/\bgzip\b/.test(accepts)) {
    response.writeHead(200, { 'Content-Encoding': 'gzip' });
    const gzip = zlib.createGzip();
    gzip.pipe(response);
    gzip.end(body);
  } else if (/\bdeflate\b/.test(accepts)) {
    zlib.deflate(body, (error, packed) => {
      response.writeHead(200, { 'Content-Encoding': 'deflate', 'Content-Length': packed.length });
      response.end(packed);
    });
  } else response.end(body);
});
function get(encoding, done) {
  const { port } = server.address();
  http.get({ port, headers: encoding ? { 'Accept-Encoding': encoding } : {} }, (response) => {
    const kind = response.headers['content-encoding'];
    console.log(response.statusCode, kind, response.headers.vary);
    const stream = kind === 'gzip' ? response.pipe(zlib.createGunzip()) : kind === 'deflate' ? response.pipe(zlib.createInflate()) : response;
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (d) => { text += d; }).on('end', () => { console.log(kind, text === body); done(); });
  });
}
server.listen(0, () => get('gzip, deflate', () => get('deflate', () => get('', () => server.close(() => console.log('closed'))))));
