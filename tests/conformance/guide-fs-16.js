// A stream that writes a file: back pressure and the events at its end.
const fs = require('fs');
const dir = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
const out = fs.createWriteStream(`${dir}/big`, { highWaterMark: 10 });
out.on('open', (fd) => console.log('open', typeof fd));
out.on('ready', () => console.log('ready'));
console.log(out.write('12345'), out.write('1234567890'), out.writableNeedDrain);
out.once('drain', () => {
  console.log('drain', out.bytesWritten);
  out.end('!', () => console.log('end callback'));
});
out.on('finish', () => console.log('finish', out.bytesWritten));
out.on('close', () => {
  console.log('close', fs.readFileSync(`${dir}/big`, 'utf8'));
  fs.rmSync(dir, { recursive: true });
});
