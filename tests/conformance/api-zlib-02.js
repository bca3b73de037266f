// The order of a one-shot call's callback, its ticks and microtasks; errors by callback and by promise.
const zlib = require('zlib');
const { promisify } = require('util');
zlib.gzip('some text', (error, packed) => {
  console.log('packed', error, packed.length);
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('micro'));
  zlib.gunzip(packed, (error, text) => {
    console.log('unpacked', text.toString());
    zlib.inflate('nonsense', (error, out) => {
      console.log('error', error.code, error.message, out);
      promisify(zlib.deflate)('abc')
        .then((b) => promisify(zlib.inflate)(b))
        .then((b) => console.log('promised', String(b)))
        .then(() => promisify(zlib.unzip)('?'))
        .catch((e) => console.log('rejected', e.code));
    });
  });
});
console.log('sync');
process.nextTick(() => console.log('first tick'));
