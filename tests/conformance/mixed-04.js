// stream/promises with abort, async generators, and errors thrown in them.
const { pipeline, finished } = require('stream/promises');
const { Readable, PassThrough, Writable } = require('stream');
(async () => {
  const out = [];
  await pipeline(Readable.from([1, 2, 3]), async function* (it) { for await (const x of it) yield x * 2; }, async function (it) { for await (const x of it) out.push(x); });
  console.log(out);
  await pipeline(Readable.from(['a']), async function* (it) { for await (const x of it) throw new TypeError('bad ' + x); }, new PassThrough()).catch((e) => console.log(e.name, e.message));
  const ac = new AbortController();
  setTimeout(() => ac.abort(), 5);
  await pipeline(new Readable({ read() {} }), new PassThrough(), { signal: ac.signal }).catch((e) => console.log(e.name, e.code, e.message));
  const w = new Writable({ write(c, e, cb) { cb(); } });
  setImmediate(() => w.destroy());
  await finished(w).catch((e) => console.log(e.code, e.message));
  const r = Readable.from(['x', 'y']); r.resume();
  await finished(r); console.log('finished', r.readableEnded);
  console.log(await Readable.from([1, 2, 3, 4]).filter((x) => x % 2 === 0).map((x) => x * 10).toArray());
  console.log(await Readable.from([5, 6]).reduce((a, b) => a + b, 0), await Readable.from('abc').toArray(), await Readable.from([1, 2, 3]).take(2).toArray());
  for await (const [i, v] of (async function* () { let i = 0; for await (const v of Readable.from(['p', 'q'])) yield [i++, v]; })()) console.log(i, v);
})();
