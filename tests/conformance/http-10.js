// post with a body in two writes, chunked
const http = require('http');
const s = http.createServer((req, res) => { console.log(req.method, req.url, req.headers['transfer-encoding'], req.headers['content-length']); const parts = []; req.on('data', (d) => { parts.push(String(d)); process.nextTick(() => console.log('tick after', String(d))); }).on('end', () => { console.log('body', parts); res.end('thanks'); }); process.nextTick(() => console.log('tick of request')); });
s.listen(0, '127.0.0.1', () => { const r = http.request({ method: 'POST', port: s.address().port, host: '127.0.0.1', agent: false, path: '/upload' }, (res) => { res.setEncoding('utf8'); res.on('data', (d) => console.log('client', d)).on('end', () => s.close()); }); r.write('one '); r.write('two'); r.end(); });
