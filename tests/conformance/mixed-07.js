// FileHandle: positions, readv, lines, streams, close.
const fs = require('fs/promises'); const path = require('path'); const os = require('os');
(async () => {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'fh-'));
  const file = path.join(dir, 'data');
  let h = await fs.open(file, 'w+');
  console.log((await h.write('first line\nsecond\n')).bytesWritten, (await h.write(Buffer.from('third'), 0, 5)).bytesWritten);
  const { bytesRead, buffer } = await h.read(Buffer.alloc(5), 0, 5, 6);
  console.log(bytesRead, buffer.toString());
  console.log((await h.stat()).size, (await h.readFile('utf8')).length);
  await h.truncate(12); await h.close();
  await h.close().catch((e) => console.log(e.code));
  h = await fs.open(file);
  h.on('close', () => console.log('handle closed'));
  for await (const line of h.readLines()) console.log('line', line);
  h = await fs.open(file, 'a');
  await h.appendFile('more\n'); await h.sync(); await h.close();
  console.log(JSON.stringify(await fs.readFile(file, { encoding: 'utf8' })));
  h = await fs.open(file);
  const s = h.createReadStream({ start: 2, end: 8, highWaterMark: 3 });
  for await (const c of s) console.log(String(c));
  await fs.writeFile(file, async function* () { yield 'a'; yield 'b'; }());
  console.log(await fs.readFile(file, 'latin1'));
  const d = await fs.opendir(dir); for await (const e of d) console.log(e.name, e.isFile(), e.isDirectory());
  const ac = new AbortController(); ac.abort();
  await fs.readFile(file, { signal: ac.signal }).catch((e) => console.log(e.name, e.code));
  await fs.rm(dir, { recursive: true });
  await fs.stat(file).catch((e) => console.log(e.code, e.path === file));
})();
