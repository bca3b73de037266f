// Appending, and flags of writing.
const fs = require('fs');
const dir = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
const log = `${dir}/app.log`;
fs.writeFile(log, 'begin\n', (err) => {
  if (err) throw err;
  fs.appendFile(log, 'more\n', (err) => {
    if (err) throw err;
    fs.writeFile(log, 'by flag\n', { flag: 'a+' }, (err) => {
      if (err) throw err;
      console.log(fs.readFileSync(log, 'utf8').split('\n'));
      fs.writeFile(log, 'x', { flag: 'wx' }, (err) => {
        console.log(err.code);
        fs.rmSync(dir, { recursive: true });
      });
    });
  });
});
