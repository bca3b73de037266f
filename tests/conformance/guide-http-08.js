// A server that answers slowly, with server.setTimeout.
const http = require('http');
const server = http.createServer((req, res) => { console.log('request'); });
server.setTimeout(60, (socket) => { console.log('server timeout'); socket.destroy(); });
server.listen(0, () => {
  http.get({ port: server.address().port }).on('error', (e) => { console.log(e.code); server.close(() => console.log('closed')); });
});
