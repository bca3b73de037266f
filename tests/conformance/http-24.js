// maxSockets: requests wait for a socket
const http = require('http');
const agent = new http.Agent({ maxSockets: 1 });
const s = http.createServer((req, res) => { console.log('request', req.url); setTimeout(() => res.end(), 20); });
let left = 3;
s.listen(0, '127.0.0.1', () => { for (const p of ['/1', '/2', '/3']) http.get({ agent, port: s.address().port, host: '127.0.0.1', path: p }, (res) => { console.log('response', p); res.resume().on('end', () => { if (--left === 0) { agent.destroy(); s.close(() => console.log('closed')); } }); }); console.log(Object.values(agent.requests)[0].length); });
