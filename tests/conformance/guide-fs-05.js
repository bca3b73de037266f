// File details.
const fs = require('fs');
const dir = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
fs.writeFileSync(`${dir}/data.bin`, Buffer.alloc(2048));
fs.stat(`${dir}/data.bin`, (err, stats) => {
  if (err) {
    console.error(err);
    return;
  }
  console.log(stats.isFile(), stats.isDirectory(), stats.isSymbolicLink(), stats.size);
  console.log(stats.mtime instanceof Date, typeof stats.mtimeMs, stats.constructor.name);
  fs.stat(dir, { bigint: true }, (err, stats) => {
    console.log(stats.isDirectory(), typeof stats.size, stats.constructor.name);
    fs.rmSync(dir, { recursive: true });
  });
});
