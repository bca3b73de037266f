// piping a request into a response, and a stream into a request
const http = require('http'); const { Readable } = require('stream');
const s = http.createServer((req, res) => req.pipe(res));
s.listen(0, '127.0.0.1', () => { const r = http.request({ method: 'POST', port: s.address().port, host: '127.0.0.1', agent: false }, (res) => { let t = ''; res.setEncoding('utf8').on('data', (d) => { t += d; }).on('end', () => { console.log(t); s.close(); }); }); Readable.from(['one ', 'two ', 'three']).pipe(r); });
