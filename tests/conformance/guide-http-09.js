// An agent that keeps connections.
const http = require('http');
const sockets = new Set();
const server = http.createServer((req, res) => { sockets.add(req.socket); res.end(req.url); });
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
server.listen(0, () => {
  let left = 3;
  for (const path of ['/a', '/b', '/c']) {
    const req = http.get({ port: server.address().port, path, agent }, (res) => {
      res.setEncoding('utf8');
      res.on('data', (d) => console.log(d, req.reusedSocket));
      res.on('end', () => {
        left -= 1;
        if (left === 0) { console.log('connections', sockets.size); agent.destroy(); server.close(() => console.log('closed')); }
      });
    });
  }
  console.log(Object.values(agent.requests).map((l) => l.length), Object.values(agent.sockets).map((l) => l.length));
});
