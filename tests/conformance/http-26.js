// async handlers and for await over the request
const http = require('http');
const s = http.createServer(async (req, res) => { const parts = []; for await (const chunk of req) parts.push(chunk); console.log('got', Buffer.concat(parts).toString()); await null; res.setHeader('Content-Type', 'application/json'); res.end(JSON.stringify({ n: parts.length > 0 })); });
s.listen(0, '127.0.0.1', () => { const r = http.request({ method: 'POST', port: s.address().port, host: '127.0.0.1', agent: false }, async (res) => { let t = ''; for await (const d of res) t += d; console.log(JSON.parse(t)); s.close(); }); r.end('payload'); });
