// highWaterMark, getters and states.
const { Readable, Writable, Duplex, getDefaultHighWaterMark, isReadable, isErrored } = require('stream');
console.log(getDefaultHighWaterMark(false), getDefaultHighWaterMark(true));
const r = new Readable({ highWaterMark: 4, read() {} });
console.log(r.push('ab'), r.push('cde'), r.readableLength, r.readableHighWaterMark, isReadable(r));
const w = new Writable({ highWaterMark: 4, write() {} });
console.log(w.write('abcde'), w.writableLength, w.writableNeedDrain, w.writableHighWaterMark);
const d = new Duplex({ readableHighWaterMark: 1, writableHighWaterMark: 2, read() {}, write() {} });
console.log(d.readableHighWaterMark, d.writableHighWaterMark, d.readable, d.writable, d.allowHalfOpen);
r.destroy(new Error('x'));
r.on('error', () => console.log(isErrored(r), r.readableAborted, r.destroyed, isReadable(r)));
console.log(Readable.prototype.constructor.name, new Readable() instanceof Readable, new Duplex() instanceof Writable);
