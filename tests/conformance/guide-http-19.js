// Middleware by hand.
const http = require('http');
const stack = [];
const use = (fn) => stack.push(fn);
use((req, res, next) => { req.start = 1; console.log('log', req.method, req.url); next(); });
use((req, res, next) => {
  let body = '';
  req.on('data', (d) => { body += d; });
  req.on('end', () => {
    try { req.body = body ? JSON.parse(body) : undefined; next(); } catch (err) { next(err); }
  });
});
use((req, res) => { res.setHeader('content-type', 'application/json'); res.end(JSON.stringify({ got: req.body ?? null })); });
const server = http.createServer((req, res) => {
  let at = 0;
  const next = (err) => {
    if (err) { res.statusCode = 400; res.end(err.name); return; }
    stack[at++](req, res, next);
  };
  next();
});
const send = (text) => new Promise((resolve) => {
  const req = http.request({ port: server.address().port, method: text ? 'POST' : 'GET' }, async (res) => {
    let all = '';
    for await (const chunk of res) all += chunk;
    resolve([res.statusCode, all]);
  });
  req.end(text);
});
server.listen(0, async () => {
  console.log(await send());
  console.log(await send('{"a":1}'));
  console.log(await send('{bad'));
  server.close();
});
