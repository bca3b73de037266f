// request timeout
const http = require('http');
const s = http.createServer(() => {});
s.listen(0, '127.0.0.1', () => { const r = http.get({ port: s.address().port, host: '127.0.0.1', agent: false, timeout: 60 }, () => console.log('never')); r.on('timeout', () => { console.log('timeout'); r.destroy(); }).on('error', (e) => console.log(e.code, e.message)).on('close', () => { console.log('close'); s.closeAllConnections(); s.close(() => console.log('closed')); }); });
