// three requests at once, each answered after another time
const http = require('http');
const s = http.createServer((req, res) => { console.log('request', req.url); setTimeout(() => res.end(req.url), Number(req.url.slice(1))); });
let left = 3;
s.listen(0, '127.0.0.1', () => { for (const ms of [300, 100, 200]) http.get({ port: s.address().port, host: '127.0.0.1', path: '/' + ms, agent: false }, (res) => { let t = ''; res.on('data', (d) => { t += d; }).on('end', () => { console.log('answer', t); if (--left === 0) s.close(() => console.log('closed')); }); }); });
