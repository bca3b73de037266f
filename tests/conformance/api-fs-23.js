// promises and file handles
const fsp = require('fs/promises'), os = require('os'), path = require('path');
(async () => {
  const d = await fsp.mkdtemp(path.join(os.tmpdir(), 'api-')); const f = path.join(d, 'f');
  const h = await fsp.open(f, 'w+'); h.on('close', () => console.log('close event'));
  const w = await h.write('hello'); console.log(w.bytesWritten, w.buffer); await h.appendFile(' world'); const r = await h.read({ buffer: Buffer.alloc(4), position: 1 }); console.log(r.bytesRead, r.buffer.toString());
  console.log((await h.stat()).size, (await h.readFile('utf8')) === ''); await h.truncate(5); await h.sync(); await h.close(); try { await h.read(Buffer.alloc(1)); } catch (e) { console.log(e.code, e.message, e.syscall); }
  console.log(await fsp.readFile(f, 'utf8')); await fsp.cp(f, path.join(d, 'g')); await fsp.rename(path.join(d, 'g'), path.join(d, 'h')); await fsp.mkdir(path.join(d, 'a/b'), { recursive: true });
  console.log(await fsp.readdir(d), (await fsp.readdir(d, { withFileTypes: true })).map((e) => e.isDirectory())); for await (const e of await fsp.opendir(path.join(d, 'a'))) console.log(e.name);
  for (const [n, p] of [['access', fsp.access(path.join(d, 'no'))], ['rm', fsp.rm(path.join(d, 'no'))], ['rmdir', fsp.rmdir(d)], ['unlink', fsp.unlink(path.join(d, 'a'))]]) await p.catch((e) => console.log(n, e.code, e.syscall));
  await fsp.rm(d, { recursive: true }); await fsp.stat(d).catch((e) => console.log(e.code, e.message.replace(d, '')));
})();
