// Errors of a client: nobody listens, the server hangs up, abort.
const http = require('http');
http.get('http://127.0.0.1:1/', () => {}).on('error', (e) => console.log(e.code, e.syscall, e.port));
const server = http.createServer((req, res) => { if (req.url === '/hang') req.socket.destroy(); });
server.listen(0, () => {
  const { port } = server.address();
  http.get({ port, path: '/hang' }).on('error', (e) => {
    console.log(e.code, e.message);
    const req = http.get({ port, path: '/slow' }).on('error', (e) => {
      console.log(e.code, e.message, req.destroyed);
      const ac = new AbortController();
      http.get({ port, path: '/slow', signal: ac.signal }).on('error', (e) => {
        console.log(e.name, e.code);
        server.closeAllConnections();
        server.close(() => console.log('closed'));
      });
      setTimeout(() => ac.abort(), 20);
    });
    setTimeout(() => req.destroy(), 20);
  });
});
