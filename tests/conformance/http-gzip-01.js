// A compressed answer: what happens to the packer and to the answer, in order.
const http = require('http'); const zlib = require('zlib'); const { pipeline, Readable } = require('stream');
const server = http.createServer((req, res) => {
  const gzip = zlib.createGzip();
  for (const [n, s] of [['gzip', gzip], ['res', res]]) for (const e of ['pipe', 'unpipe', 'drain', 'prefinish', 'finish', 'end', 'close', 'error']) s.on(e, (x) => console.log('server', n, e, x && x.message || ''));
  res.writeHead(200, { 'Content-Encoding': 'gzip' });
  const src = Readable.from(['hello ', 'world ', 'x'.repeat(1000)]);
  src.on('end', () => console.log('server src end')); src.on('close', () => console.log('server src close'));
  pipeline(src, gzip, res, (err) => console.log('server pipeline done', err && err.message));
});
server.listen(0, () => {
  http.get({ port: server.address().port, agent: false }, (res) => {
    console.log('client response', res.headers['content-encoding'], res.headers['transfer-encoding']);
    const gunzip = zlib.createGunzip(); let n = 0;
    gunzip.on('data', (c) => { n += c.length; });
    pipeline(res, gunzip, (err) => { console.log('client done', n, err && err.message); server.close(() => console.log('closed')); });
  });
});
