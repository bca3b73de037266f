// content-length known: one write
const http = require('http');
const s = http.createServer((req, res) => { console.log(req.headers); req.on('data', (d) => console.log('data', String(d))).on('end', () => { res.writeHead(200, { 'Content-Type': 'text/plain', 'X-A': ['1', '2'] }); res.end('ok'); }); });
s.listen(0, '127.0.0.1', () => { const r = http.request({ method: 'PUT', port: s.address().port, host: '127.0.0.1', agent: false, headers: { Host: 'example', 'Content-Type': 'application/json' } }, (res) => { delete res.headers.date; console.log(res.statusCode, res.statusMessage, res.headers, res.httpVersion); res.resume().on('end', () => s.close()); }); r.end(JSON.stringify({ a: 1 })); });
