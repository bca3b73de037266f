// a bad request; no Host header
const http = require('http'), net = require('net');
const s = http.createServer((req, res) => res.end('ok'));
s.on('clientError', (e, socket) => { console.log('clientError', e.code, e.message); socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'); });
const raw = (text) => new Promise((ok) => { const c = net.connect(s.address().port, '127.0.0.1', () => c.write(text)); let t = ''; c.on('data', (d) => { t += d; }).on('close', () => { console.log(JSON.stringify(t.split('\r\n')[0])); ok(); }); });
s.listen(0, '127.0.0.1', async () => { await raw('HELLO\r\n\r\n'); await raw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'); await raw('GET / HTTP/1.0\r\n\r\n'); s.close(() => console.log('closed')); });
