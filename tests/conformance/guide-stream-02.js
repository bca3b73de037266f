// A writable that collects, with cork and final.
const { Writable } = require('stream');
class Collector extends Writable {
  constructor(options) { super(options); this.parts = []; }
  _write(chunk, encoding, callback) {
    console.log('write', chunk.toString(), encoding);
    this.parts.push(chunk);
    setImmediate(callback);
  }
  _writev(chunks, callback) {
    console.log('writev', chunks.map((c) => c.chunk.toString()));
    callback();
  }
  _final(callback) { console.log('final'); callback(); }
}
const out = new Collector();
out.write('one');
out.write('two');
out.write('three', () => console.log('three is written'));
out.cork();
out.end('four');
out.on('finish', () => console.log('finish', out.writableFinished));
out.on('close', () => console.log('close'));
console.log(out.writableLength, out.writableEnded);
