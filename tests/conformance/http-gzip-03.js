// A compressed request, unpacked by the server.
const http = require('http'); const zlib = require('zlib'); const { pipeline } = require('stream');
const server = http.createServer((req, res) => {
  const gunzip = zlib.createGunzip(); let text = '';
  pipeline(req, gunzip, async function (s) { for await (const c of s) text += c; return text.length; }, (err, v) => { console.log('server', err ? err.code : 'ok', v); res.statusCode = err ? 400 : 200; res.end(String(v)); });
});
server.listen(0, () => {
  const send = (body, next) => { const req = http.request({ port: server.address().port, method: 'POST' }, (res) => { console.log('status', res.statusCode); res.resume(); res.on('end', next); }); req.on('error', (e) => console.log('req error', e.code)); req.end(body); };
  send(zlib.gzipSync('hello'.repeat(10)), () => server.close(() => console.log('closed')));
});
