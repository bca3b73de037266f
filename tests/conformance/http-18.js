// a raw request over net: what the server sends
const http = require('http'), net = require('net');
const s = http.createServer((req, res) => { res.sendDate = false; console.log(req.httpVersion, req.headers, req.rawHeaders); res.write('part'); res.end('rest'); });
s.listen(0, '127.0.0.1', () => { const c = net.connect(s.address().port, '127.0.0.1', () => c.write('GET /raw HTTP/1.1\r\nHost: me\r\nConnection: close\r\nX-A: 1\r\nX-A: 2\r\n\r\n')); let t = ''; c.on('data', (d) => { t += d; }).on('end', () => { console.log(JSON.stringify(t)); s.close(); }); });
