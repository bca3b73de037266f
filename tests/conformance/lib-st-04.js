const { Readable, Writable } = require('stream');
(async () => {
  const r = new Readable({ objectMode: true, read() {} });
  r.push({ a: 1 }); r.push({ b: 2 }); setTimeout(() => { r.push('late'); r.push(null); }, 20);
  for await (const c of r) console.log(c);
  const broken = new Readable({ read() { if (!this.n) this.push('x'); if (!this.n) { this.n = 1; setImmediate(() => this.destroy(new Error('mid'))); }; } });
  try { for await (const c of broken) console.log('c', c.toString()); } catch (e) { console.log('threw', e.message); }
  const early = Readable.from((function* () { try { yield 1; yield 2; } finally { console.log('generator closed'); } })());
  for await (const c of early) { console.log('early', c); break; }
  console.log(early.destroyed);
  const w = new Writable({ objectMode: true, write(c, e, cb) { console.log('obj', c); cb(); } });
  for (const x of [1, { y: 2 }, [3]]) if (!w.write(x)) await new Promise((ok) => w.once('drain', ok));
  w.end(); await new Promise((ok) => w.on('close', ok)); console.log(w.writableFinished, w.writableEnded, w.destroyed);
  const p = Readable.from([Promise.resolve(1), 2, Promise.resolve(3)]); console.log(await p.toArray());
  const asy = Readable.from((async function* () { yield 'a'; await null; yield 'b'; })()); asy.on('data', (d) => console.log('asy', d)).on('end', () => console.log('asy end'));
  process.nextTick(() => console.log('tick'));
})();
