// A server that counts requests, answers JSON and errors; the client asks one after another.
const http = require('http');
const users = new Map([[1, { id: 1, name: 'Ann' }]]);
const server = http.createServer((req, res) => {
  const url = new URL(req.url, 'http://x');
  const send = (code, value) => { const text = JSON.stringify(value); res.writeHead(code, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }); res.end(text); };
  if (req.method === 'GET' && url.pathname === '/users') return send(200, [...users.values()].filter((u) => !url.searchParams.has('name') || u.name === url.searchParams.get('name')));
  if (req.method === 'POST' && url.pathname === '/users') {
    let body = ''; req.setEncoding('utf8');
    req.on('data', (c) => { body += c; });
    req.on('end', () => { try { const u = JSON.parse(body); u.id = users.size + 1; users.set(u.id, u); send(201, u); } catch (e) { send(400, { error: e.name }); } });
    return;
  }
  if (req.method === 'DELETE') { res.statusCode = users.delete(Number(url.pathname.split('/')[2])) ? 204 : 404; return res.end(); }
  send(404, { error: 'Not found' });
});
function ask(method, path, body) {
  return new Promise((resolve, reject) => {
    const req = http.request({ port: server.address().port, method, path }, (res) => {
      const parts = []; res.on('data', (c) => parts.push(c)); res.on('end', () => resolve([res.statusCode, res.statusMessage, res.headers['content-length'], Buffer.concat(parts).toString()]));
    });
    req.on('error', reject); req.end(body);
  });
}
server.listen(0, async () => {
  console.log(await ask('GET', '/users'));
  console.log(await ask('POST', '/users', '{"name":"Bö"}'));
  console.log(await ask('POST', '/users', '{bad'));
  console.log(await ask('GET', '/users?name=' + encodeURIComponent('Bö')));
  console.log(await ask('DELETE', '/users/1'));
  console.log(await ask('DELETE', '/users/9'));
  console.log(await ask('PUT', '/nothing'));
  console.log(await ask('HEAD', '/users'));
  server.close(() => console.log('closed'));
});
