// pipeline of promises: success, failure, abort.
import { pipeline, finished } from 'node:stream/promises';
import { Readable, Writable, PassThrough, Transform } from 'node:stream';
const sink = () => new Writable({ write(chunk, enc, cb) { cb(); } });
await pipeline(Readable.from(['a', 'b']), new PassThrough(), sink());
console.log('done');
try {
  await pipeline(Readable.from(['a', 'b']), new Transform({ transform(c, e, cb) { cb(new Error('broken')); } }), sink());
} catch (err) {
  console.log(err.message);
}
const ac = new AbortController();
setTimeout(() => ac.abort(), 10);
try {
  await pipeline(async function* ({ signal }) {
    for (let i = 0; !signal?.aborted && i < 5; i++) { yield String(i); await new Promise((r) => setTimeout(r, 30)); }
  }, sink(), { signal: ac.signal });
} catch (err) {
  console.log(err.name, err.code);
}
const r = Readable.from([1, 2]);
r.resume();
await finished(r);
console.log(r.destroyed, r.readableEnded);
