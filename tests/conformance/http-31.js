// big body: many data events, backpressure of the response
const http = require('http');
const body = Buffer.alloc(300000, 'x');
const s = http.createServer((req, res) => { res.writeHead(200, { 'Content-Length': body.length }); console.log('write', res.write(body.subarray(0, 200000))); res.once('drain', () => { console.log('drain'); res.end(body.subarray(200000)); }); });
s.listen(0, '127.0.0.1', () => http.get({ port: s.address().port, host: '127.0.0.1', agent: false }, (res) => { let n = 0; res.on('data', (d) => { n += d.length; }).on('end', () => { console.log('got', n); s.close(); }); }));
