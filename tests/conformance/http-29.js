// an exception in a handler, with a listener for it
const http = require('http');
process.on('uncaughtException', (e) => console.log('caught', e.message));
const s = http.createServer((req, res) => { res.end('answer first'); throw new Error('handler'); });
s.listen(0, '127.0.0.1', () => http.get({ port: s.address().port, host: '127.0.0.1', agent: false }, (res) => { let t = ''; res.on('data', (d) => { t += d; }).on('end', () => { console.log(t); s.close(); }); }));
