// trailers
const http = require('http');
const s = http.createServer((req, res) => { res.writeHead(200, { Trailer: 'X-Sum' }); res.write('body'); res.addTrailers({ 'X-Sum': '42' }); res.end(); });
s.listen(0, '127.0.0.1', () => http.get({ port: s.address().port, host: '127.0.0.1', agent: false }, (res) => { res.resume().on('end', () => { console.log(res.trailers, res.rawTrailers); s.close(); }); }));
