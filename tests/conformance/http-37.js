// beforeExit and exit after a whole exchange
const http = require('http');
process.on('beforeExit', () => console.log('beforeExit')).on('exit', (c) => console.log('exit', c));
const s = http.createServer((req, res) => { res.end(); s.close(); });
s.listen(0, '127.0.0.1', () => http.get({ port: s.address().port, host: '127.0.0.1', agent: false }, (res) => { console.log(res.statusCode, res.headers['content-length']); res.resume(); }));
