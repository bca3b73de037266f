// What can go wrong with fetch.
const http = require('http');
const describe = (error) => console.log(error.name, error.message, error.code, error.cause && [error.cause.name, error.cause.code, error.cause.syscall].join());
const server = http.createServer((request, response) => {
  if (request.url === '/slow') setTimeout(() => response.end('late'), 200);
  else if (request.url === '/breaks') request.socket.destroy();
  else if (request.url === '/missing') { response.statusCode = 404; response.end('nothing here'); }
  else { response.statusCode = 302; response.setHeader('Location', '/again'); response.end(); }
});
server.listen(0, async () => {
  const { port } = server.address();
  const base = `http://127.0.0.1:${port}`;
  await fetch('nope').catch(describe);
  await fetch('ftp://example.com/').catch(describe);
  await fetch('http://127.0.0.1:6667/').catch(describe);
  await fetch(base, { signal: AbortSignal.abort() }).catch(describe);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  await fetch(base + '/slow', { signal: controller.signal }).catch(describe);
  await fetch(base + '/slow', { signal: AbortSignal.timeout(20) }).catch(describe);
  await fetch(base + '/breaks').catch(describe);
  const missing = await fetch(base + '/missing');
  console.log(missing.ok, missing.status, missing.statusText, await missing.text());
  await fetch(base + '/again', { redirect: 'error' }).catch(describe);
  server.close(async () => {
    await fetch(base).catch(describe);
    console.log('done');
  });
  server.closeAllConnections();
});
