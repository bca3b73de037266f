// Folders: make one if it is not there, list it, rename, remove.
const fs = require('fs');
const path = require('path');
const base = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
const folder = path.join(base, 'test');
try {
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(folder);
  }
  for (const name of ['b.txt', 'a.txt', 'c.md']) fs.writeFileSync(path.join(folder, name), '');
  fs.mkdirSync(path.join(folder, 'sub'));
  const isFile = (name) => fs.lstatSync(name).isFile();
  console.log(fs.readdirSync(folder));
  console.log(fs.readdirSync(folder).map((name) => path.join(folder, name)).filter(isFile).map((name) => path.basename(name)));
} catch (err) {
  console.error(err);
}
fs.rename(folder, `${folder}2`, (err) => {
  if (err) console.error(err);
  fs.rm(`${folder}2`, { recursive: true, force: true }, (err) => {
    if (err) throw err;
    console.log('removed', fs.existsSync(`${folder}2`));
    fs.rmdirSync(base);
  });
});
