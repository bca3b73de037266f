// fetch against the program's own server: the order of both sides.
const http = require('http');
const server = http.createServer((request, response) => {
  console.log('request', request.method, request.url, request.headers['content-type'], request.headers['user-agent']);
  let body = '';
  request.on('data', (d) => { body += d; }).on('end', () => {
    console.log('body', JSON.stringify(body));
    if (request.url === '/moved') {
      response.writeHead(302, { Location: '/there' });
      response.end();
      return;
    }
    response.setHeader('X-Answer', '42');
    response.end(JSON.stringify({ path: request.url }));
    process.nextTick(() => console.log('server tick'));
  });
  response.on('finish', () => console.log('finish')).on('close', () => console.log('close'));
});
server.on('connection', () => console.log('connection'));
server.listen(0, async () => {
  const base = `http://127.0.0.1:${server.address().port}`;
  const pending = fetch(base + '/first');
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('micro'));
  setImmediate(() => console.log('immediate'));
  console.log('called');
  const response = await pending;
  console.log(response.status, response.ok, response.statusText, response.headers.get('x-answer'), response.redirected, response.type);
  setImmediate(() => console.log('immediate after headers'));
  console.log(await response.json(), response.bodyUsed);
  const posted = await fetch(base + '/second', { method: 'POST', body: JSON.stringify({ a: 1 }), headers: { 'Content-Type': 'application/json' } });
  console.log(posted.status, await posted.text());
  const moved = await fetch(base + '/moved');
  console.log(moved.redirected, moved.url.endsWith('/there'), await moved.json());
  const kept = await fetch(base + '/moved', { redirect: 'manual' });
  console.log(kept.status, kept.headers.get('location'));
  await kept.text();
  server.close(() => console.log('closed'));
});
process.on('exit', () => console.log('exit'));
