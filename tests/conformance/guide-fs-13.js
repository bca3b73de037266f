// Copying: plainly, exclusively, whole trees.
const fs = require('fs');
const dir = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
fs.writeFileSync(`${dir}/source.txt`, 'text');
fs.copyFile(`${dir}/source.txt`, `${dir}/copy.txt`, (err) => {
  if (err) throw err;
  console.log('copied', fs.readFileSync(`${dir}/copy.txt`, 'utf8'));
  fs.copyFile(`${dir}/source.txt`, `${dir}/copy.txt`, fs.constants.COPYFILE_EXCL, (err) => {
    console.log(err.code, err.syscall);
    fs.mkdirSync(`${dir}/a/b`, { recursive: true });
    fs.writeFileSync(`${dir}/a/b/deep`, '1');
    fs.cpSync(`${dir}/a`, `${dir}/z`, { recursive: true });
    console.log(fs.readdirSync(`${dir}/z`, { recursive: true }).sort());
    fs.rmSync(dir, { recursive: true });
  });
});
