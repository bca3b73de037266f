// A stream that reads a file in pieces; errors of both sorts of streams.
const fs = require('fs');
const dir = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
fs.writeFileSync(`${dir}/abc`, 'abcdefghij');
const input = fs.createReadStream(`${dir}/abc`, { highWaterMark: 4, encoding: 'utf8' });
const events = [];
for (const name of ['open', 'ready', 'end', 'close']) input.on(name, () => events.push(name));
input.on('data', (chunk) => events.push(chunk));
input.on('close', () => {
  console.log(events, input.bytesRead, input.path === `${dir}/abc`);
  fs.createReadStream(`${dir}/nope`).on('error', (e) => {
    console.log(e.code);
    fs.createWriteStream(`${dir}/no/where`).on('error', (e) => {
      console.log(e.code);
      fs.rmSync(dir, { recursive: true });
    });
  });
});
