// A body that nobody reads keeps no process alive.
import http from 'node:http';
const server = http.createServer((q, r) => { r.end('Not Found'); }).listen(0);
await new Promise((r) => server.once('listening', r));
server.on('connection', (s) => s.unref());
server.unref();
const t = Date.now();
const res = await fetch(`http://127.0.0.1:${server.address().port}/`);
console.log(res.status);
process.on('exit', () => console.log('exit', Date.now() - t < 2000));
