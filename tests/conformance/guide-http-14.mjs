// fetch: bodies, statuses, abort.
import http from 'node:http';
const server = http.createServer((req, res) => {
  if (req.url === '/slow') return;
  if (req.url === '/stream') { res.write('a'); setTimeout(() => res.end('b'), 5); return; }
  res.statusCode = Number(req.url.slice(1)) || 200;
  res.end(`status ${res.statusCode}`);
});
await new Promise((r) => server.listen(0, r));
const base = `http://localhost:${server.address().port}`;
for (const code of [200, 404, 500]) {
  const res = await fetch(`${base}/${code}`);
  console.log(res.status, res.ok, await res.text(), res.bodyUsed);
}
try { await fetch(`${base}/slow`, { signal: AbortSignal.timeout(30) }); } catch (e) { console.log(e.name); }
const res = await fetch(`${base}/stream`);
const copy = res.clone();
console.log((await res.arrayBuffer()).byteLength, await copy.text());
try { await res.text(); } catch (e) { console.log(e.name, e.message); }
server.closeAllConnections();
server.close(() => console.log('closed'));
