const { Readable, Writable, Transform, pipeline, finished } = require('stream');
const sp = require('stream/promises');
const log = (...a) => console.log(...a);
class Up extends Transform { _transform(c, e, cb) { cb(null, c.toString().toUpperCase()); } _flush(cb) { this.push('!'); cb(); } }
const sink = (name) => new Writable({ write(c, e, cb) { log(name, c.toString()); cb(); } });
pipeline(Readable.from(['a', 'b']), new Up(), sink('one'), (err) => log('pipeline', err));
pipeline(new Readable({ read() { this.destroy(new Error('source broke')); } }), sink('two'), (err) => log('failed', err.message));
(async () => {
  await sp.pipeline(Readable.from(['x', 'y']), async function* (source) { for await (const c of source) yield c + c; }, sink('three'));
  log('promised');
  try { await sp.pipeline(Readable.from(['x']), new Transform({ transform(c, e, cb) { cb(new Error('bad transform')); } }), sink('four')); } catch (e) { log('caught', e.message); }
  const r = Readable.from([1, 2, 3, 4, 5]);
  log(await r.map((x) => x * 2).filter((x) => x > 4).toArray());
  log(await Readable.from([1, 2, 3]).reduce((a, b) => a + b, 0), await Readable.from([3, 1]).some((x) => x > 2), await Readable.from(['q']).forEach((x) => log('each', x)), await Readable.from([1, 2, 3]).take(2).toArray(), await Readable.from([1, 2, 3]).drop(1).toArray());
  const w = new Writable({ write(c, e, cb) { cb(); } }); finished(w, (err) => log('finished', err)); w.end();
  await sp.finished(w).catch((e) => log(e)); log('after finished');
  const d = new Readable({ read() {} }); d.on('error', (e) => log('err', e.message)).on('close', () => log('closed', d.destroyed, d.errored && d.errored.message)); d.destroy(new Error('x')); d.destroy(new Error('y'));
  finished(d, (e) => log('eos', e.message));
})();
