// HEAD, 204 and 304 have no body
const http = require('http');
const s = http.createServer((req, res) => { if (req.url === '/204') { res.writeHead(204); res.end(); } else if (req.url === '/304') { res.writeHead(304); res.end(); } else res.end('body'); });
const ask = (method, path) => new Promise((ok) => http.request({ method, path, host: '127.0.0.1', port: s.address().port, agent: false }, (res) => { let t = ''; res.on('data', (d) => { t += d; }).on('end', () => { console.log(method, path, res.statusCode, JSON.stringify(t), res.headers['content-length'], res.headers['transfer-encoding'], res.headers.connection); ok(); }); }).end());
s.listen(0, '127.0.0.1', async () => { await ask('HEAD', '/'); await ask('GET', '/204'); await ask('GET', '/304'); await ask('GET', '/'); await ask('DELETE', '/'); s.close(); });
