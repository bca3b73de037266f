// Routing by URL and method, a missing page, a redirect.
const http = require('http');
const routes = {
  'GET /': (req, res) => res.end('home'),
  'GET /about': (req, res) => { res.setHeader('X-Page', 'about'); res.end('about us'); },
  'GET /old': (req, res) => { res.writeHead(302, { Location: '/about' }); res.end(); },
};
const server = http.createServer((req, res) => {
  const { pathname, searchParams } = new URL(req.url, `http://${req.headers.host}`);
  const route = routes[`${req.method} ${pathname}`];
  if (route) return route(req, res);
  res.writeHead(404, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify({ error: `no ${pathname}`, q: searchParams.get('q') }));
});
const get = (path) => new Promise((resolve, reject) => {
  http.get({ port: server.address().port, path }, (res) => {
    let text = '';
    res.on('data', (c) => { text += c; });
    res.on('end', () => resolve([res.statusCode, res.headers.location ?? res.headers['x-page'] ?? '-', text]));
  }).on('error', reject);
});
server.listen(0, async () => {
  for (const path of ['/', '/about', '/old', '/nope?q=1']) console.log(...await get(path));
  server.close();
});
