// keep-alive: two requests in a row use one connection
const http = require('http');
let connections = 0;
const s = http.createServer((req, res) => res.end(req.url));
s.on('connection', () => console.log('connection', ++connections));
const agent = new http.Agent({ keepAlive: true });
const get = (path) => new Promise((ok) => http.get({ agent, host: '127.0.0.1', port: s.address().port, path }, (res) => { let t = ''; res.on('data', (d) => { t += d; }).on('end', () => { console.log(t, res.headers.connection, res.headers['keep-alive'], res.req.reusedSocket); ok(); }); }));
s.listen(0, '127.0.0.1', async () => { await get('/1'); await get('/2'); setImmediate(async () => { await get('/3'); agent.destroy(); s.close(() => console.log('closed')); }); });
