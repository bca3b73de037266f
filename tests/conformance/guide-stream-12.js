// finished, and what premature close is.
const { finished, PassThrough, Readable } = require('stream');
const a = new PassThrough();
finished(a, (err) => console.log('a', err?.code));
a.destroy();
const b = Readable.from(['x']);
finished(b, (err) => console.log('b', err ?? 'fine'));
b.resume();
const c = new PassThrough();
const cleanup = finished(c, (err) => console.log('c never'));
cleanup();
c.end();
c.resume();
const d = new PassThrough();
finished(d, { readable: false }, (err) => console.log('d writable is finished'));
d.end('data');
