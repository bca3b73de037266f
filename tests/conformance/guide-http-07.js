// server.timeout and keepAliveTimeout.
const http = require('http');
const server = http.createServer({ keepAliveTimeout: 100 }, (req, res) => res.end('ok'));
console.log(server.keepAliveTimeout, server.headersTimeout, server.requestTimeout, server.timeout, server.maxHeadersCount, server.maxRequestsPerSocket);
const agent = new http.Agent({ keepAlive: true });
server.listen(0, () => {
  const port = server.address().port;
  http.get({ port, agent }, (res) => {
    console.log(res.headers.connection, res.headers['keep-alive']);
    res.resume();
    res.on('end', () => setImmediate(() => {
      console.log(Object.values(agent.freeSockets).map((list) => list.length));
      const socket = Object.values(agent.freeSockets)[0][0];
      socket.on('close', () => { console.log('idle connection closed'); server.close(); });
    }));
  });
});
