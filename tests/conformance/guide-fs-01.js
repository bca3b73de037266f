// Reading a file with a callback; the rest of the program goes on meanwhile.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'guide-')), 'joe.txt');
fs.writeFileSync(file, 'Some content!\n');
fs.readFile(file, 'utf8', (err, data) => {
  if (err) {
    console.error(err);
    return;
  }
  console.log(data);
  fs.rmSync(path.dirname(file), { recursive: true });
});
console.log('reading');
