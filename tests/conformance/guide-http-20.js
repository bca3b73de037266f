// Compressed answers: gzip by a pipeline, and what the client asks for.
const http = require('http');
const zlib = require('zlib');
const { pipeline, Readable } = require('stream');
const text = 'hello '.repeat(200);
const server = http.createServer((req, res) => {
  const accepts = req.headers['accept-encoding'] ?? '';
  res.setHeader('Vary', 'Accept-Encoding');
  if (/\bgzip\b/.test(accepts)) {
    res.writeHead(200, { 'Content-Encoding': 'gzip' });
    pipeline(Readable.from([text]), zlib.createGzip(), res, (err) => console.log('piped', err ?? 'fine'));
  } else {
    res.end(text);
  }
});
const get = (headers, done) => http.get({ port: server.address().port, headers }, (res) => {
  const parts = [];
  const body = res.headers['content-encoding'] === 'gzip' ? res.pipe(zlib.createGunzip()) : res;
  body.on('data', (d) => parts.push(d));
  body.on('end', () => { console.log(res.headers['content-encoding'], Buffer.concat(parts).length); done(); });
});
server.listen(0, () => get({}, () => get({ 'accept-encoding': 'gzip, deflate' }, () => server.close())));
