// fetch against the program's own server.
import http from 'node:http';
import { once } from 'node:events';
const server = http.createServer(async (req, res) => {
  let body = '';
  for await (const chunk of req) body += chunk;
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify({ method: req.method, url: req.url, body, type: req.headers['content-type'] }));
}).listen(0);
await once(server, 'listening');
const base = `http://127.0.0.1:${server.address().port}`;
const res = await fetch(`${base}/a?b=c`);
console.log(res.ok, res.status, res.headers.get('content-type'), await res.json());
const posted = await fetch(new URL('/post', base), { method: 'POST', body: JSON.stringify({ x: 1 }), headers: { 'Content-Type': 'application/json' } });
console.log(await posted.json());
const form = await fetch(base, { method: 'PUT', body: new URLSearchParams({ a: '1 2' }) });
console.log(await form.json());
try { await fetch('http://127.0.0.1:1/'); } catch (e) { console.log(e.name, e.message, e.cause.code); }
server.close();
