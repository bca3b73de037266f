// Streaming a file out.
const http = require('http');
const fs = require('fs');
const { pipeline } = require('stream');
const dir = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
fs.writeFileSync(`${dir}/page.html`, '<h1>Hi</h1>');
const server = http.createServer((req, res) => {
  const file = fs.createReadStream(dir + req.url);
  file.on('open', () => res.writeHead(200, { 'content-type': 'text/html' }));
  pipeline(file, res, (err) => {
    if (err) { console.log('pipeline', err.code); if (!res.headersSent) { res.destroy(); } }
  });
});
server.listen(0, () => {
  http.get({ port: server.address().port, path: '/page.html' }, (res) => {
    res.on('data', (d) => console.log(String(d)));
    res.on('end', () => {
      http.get({ port: server.address().port, path: '/missing' }).on('error', (e) => {
        console.log(e.code);
        server.close();
        fs.rmSync(dir, { recursive: true });
      });
    });
  });
});
