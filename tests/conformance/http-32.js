// order: ticks, microtasks, immediates around a keep-alive exchange
const http = require('http');
const agent = new http.Agent({ keepAlive: true });
const s = http.createServer((req, res) => { console.log('request', req.url); process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('micro')); setImmediate(() => console.log('immediate')); res.end('x'); res.on('finish', () => console.log('finish')).on('close', () => console.log('res close')); });
s.listen(0, '127.0.0.1', () => { const go = (p, next) => http.get({ agent, path: p, port: s.address().port, host: '127.0.0.1' }, (res) => { console.log('response', p); res.resume().on('end', () => { console.log('end', p); process.nextTick(() => console.log('end tick', p)); next(); }).on('close', () => console.log('close', p)); }).on('close', () => console.log('req close', p)); go('/1', () => setTimeout(() => go('/2', () => { agent.destroy(); s.close(() => console.log('closed')); }), 10)); });
