// writing after the end of a response
const http = require('http');
const s = http.createServer((req, res) => { res.on('error', (e) => console.log('res error', e.code)); res.end('x'); console.log(res.writableEnded, res.writableFinished, res.finished); res.write('y', (e) => console.log('write cb', e.code)); res.end(() => console.log('second end')); });
s.listen(0, '127.0.0.1', () => http.get({ port: s.address().port, host: '127.0.0.1', agent: false }, (res) => res.resume().on('end', () => s.close())));
