// expect: 100-continue
const http = require('http');
const s = http.createServer((req, res) => { req.on('data', (d) => console.log('data', String(d))).on('end', () => res.end('done')); });
s.listen(0, '127.0.0.1', () => { const r = http.request({ method: 'POST', port: s.address().port, host: '127.0.0.1', agent: false, headers: { Expect: '100-continue', 'Content-Length': 4 } }, (res) => { console.log('response', res.statusCode); res.resume().on('end', () => s.close()); }); r.on('continue', () => { console.log('continue'); r.end('body'); }).on('information', (i) => console.log('information', i.statusCode)); });
