// Headers: how they are set, read and removed.
const http = require('http');
const server = http.createServer((req, res) => {
  console.log(req.headers['x-one'], req.headers['x-many'], req.rawHeaders.filter((h) => /^x-/i.test(h)), req.headersDistinct['x-many']);
  res.setHeader('Set-Cookie', ['type=ninja', 'language=javascript']);
  res.setHeader('Content-Type', 'text/html');
  console.log(res.hasHeader('content-type'), res.getHeader('content-type'), res.getHeaderNames(), res.headersSent);
  res.removeHeader('Content-Type');
  res.appendHeader('X-List', 'a');
  res.appendHeader('X-List', 'b');
  try { res.setHeader('bad name', 'x'); } catch (e) { console.log(e.code); }
  try { res.setHeader('x', 'a\nb'); } catch (e) { console.log(e.code); }
  res.writeHead(201, 'Made');
  try { res.setHeader('late', '1'); } catch (e) { console.log(e.code, e.message); }
  res.end();
});
server.listen(0, () => {
  http.get({ port: server.address().port, headers: { 'X-One': '1', 'x-many': ['a', 'b'] } }, (res) => {
    console.log(res.statusCode, res.statusMessage, res.headers['set-cookie'], res.headers['x-list'], 'content-type' in res.headers);
    res.resume().on('end', () => server.close());
  });
});
