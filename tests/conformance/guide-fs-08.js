// A descriptor with callbacks.
const fs = require('fs');
const dir = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
fs.open(`${dir}/f`, 'w+', (err, fd) => {
  if (err) throw err;
  fs.write(fd, 'abcdef', (err, written, text) => {
    console.log(written, text);
    fs.fstat(fd, (err, stat) => {
      console.log(stat.size);
      fs.read(fd, { buffer: Buffer.alloc(3), position: 1 }, (err, bytes, buffer) => {
        console.log(bytes, String(buffer));
        fs.ftruncate(fd, 2, (err) => {
          fs.close(fd, (err) => {
            console.log(err, fs.readFileSync(`${dir}/f`, 'utf8'));
            fs.rmSync(dir, { recursive: true });
          });
        });
      });
    });
  });
});
