// Access and modes.
const fs = require('fs');
const dir = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
const file = `${dir}/f`;
fs.writeFileSync(file, '', { mode: 0o640 });
console.log((fs.statSync(file).mode & 0o777).toString(8));
fs.chmodSync(file, 0o444);
console.log((fs.statSync(file).mode & 0o777).toString(8));
fs.access(file, fs.constants.F_OK, (err) => {
  console.log(err ? 'no' : 'exists');
  fs.access(`${dir}/no`, (err) => {
    console.log(err.code, err.syscall);
    fs.promises.access(file, fs.constants.R_OK).then(() => console.log('readable')).finally(() => fs.rmSync(dir, { recursive: true }));
  });
});
