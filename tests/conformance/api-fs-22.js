// round trips with one thread: a chain of stats beside other calls
process.env.UV_THREADPOOL_SIZE = '1';
const fs = require('fs'), os = require('os'), path = require('path'); const d = fs.mkdtempSync(path.join(os.tmpdir(), 'api-')); const f = path.join(d, 'f'); fs.writeFileSync(f, 'x');
let n = 0; const chain = () => fs.stat(f, () => { console.log('stat', ++n); if (n < 7) chain(); else fs.rmSync(d, { recursive: true, force: true }); });
fs.readFile(f, () => console.log('readFile')); fs.writeFile(path.join(d, 'w'), 'x', () => console.log('writeFile')); fs.copyFile(f, path.join(d, 'c'), () => console.log('copyFile')); fs.readdir(d, () => console.log('readdir'));
fs.truncate(f, 0, () => console.log('truncate')); fs.promises.mkdir(path.join(d, 'm')).then(() => console.log('mkdir')); fs.promises.open(f).then(async (h) => { console.log('open'); await h.read(Buffer.alloc(1), 0, 1, 0); console.log('read'); await h.close(); console.log('closed'); }); chain();
