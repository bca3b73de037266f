// Bodies: pieces, bytes, compressed, forms.
const http = require('http');
const zlib = require('zlib');
const server = http.createServer((request, response) => {
  if (request.url === '/pieces') {
    response.write('one ');
    setTimeout(() => { response.write('two '); setTimeout(() => response.end('three'), 20); }, 20);
  } else if (request.url === '/gzip') {
    response.setHeader('Content-Encoding', 'gzip');
    response.end(zlib.gzipSync('unpacked by fetch'));
  } else if (request.method === 'HEAD') {
    response.setHeader('X-Head', 'yes');
    response.end();
  } else {
    let text = '';
    request.on('data', (d) => { text += d; });
    request.on('end', () => response.end(`${request.headers['content-type']} ${request.headers['content-length']} ${text}`));
  }
});
server.listen(0, async () => {
  const base = `http://127.0.0.1:${server.address().port}`;
  const decoder = new TextDecoder();
  const response = await fetch(base + '/pieces');
  console.log('headers');
  for await (const chunk of response.body) console.log(JSON.stringify(decoder.decode(chunk)));
  console.log(await (await fetch(base + '/gzip')).text());
  const head = await fetch(base, { method: 'HEAD' });
  console.log(head.status, head.headers.get('x-head'), JSON.stringify(await head.text()));
  console.log(await (await fetch(base, { method: 'POST', body: new URLSearchParams({ a: '1', b: 'ü' }) })).text());
  console.log(await (await fetch(base, { method: 'PUT', body: new Uint8Array([104, 105]) })).text());
  console.log(await (await fetch(new Request(base, { method: 'POST', body: 'from a Request', headers: { 'Content-Type': 'text/x' } }))).text());
  const both = await fetch(base, { method: 'POST', body: 'clone me' });
  const copy = both.clone();
  console.log((await both.text()) === (await copy.text()));
  server.close(() => console.log('closed'));
});
