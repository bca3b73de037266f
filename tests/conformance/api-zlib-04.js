// A pipeline through gzip and back, text larger than a chunk; the sizes of the pieces.
const zlib = require('zlib');
const { Readable, Writable, PassThrough, pipeline } = require('stream');
let seed = 1;
const letter = () => { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return 'abcdefghijklmnop'[(seed >> 16) & 15]; };
const text = Array.from({ length: 50000 }, letter).join('');
const sizes = [];
const back = [];
const counter = new PassThrough();
counter.on('data', (d) => sizes.push(d.length));
pipeline(
  Readable.from([text.slice(0, 20000), text.slice(20000, 20001), text.slice(20001)]),
  zlib.createGzip({ level: 9 }),
  counter,
  zlib.createGunzip(),
  new Writable({ write(chunk, encoding, done) { back.push(chunk); done(); } }),
  (error) => {
    console.log(error, sizes.join(), Buffer.concat(back).toString() === text);
    pipeline(Readable.from(['not gzip at all']), zlib.createGunzip(), new PassThrough().resume(), (e) => console.log(e.code, e.message));
  },
);
const small = zlib.createDeflateRaw({ chunkSize: 1024 });
const pieces = [];
small.on('data', (d) => pieces.push(d.length)).on('end', () => console.log('small', pieces.join()));
small.end(text.slice(0, 9000));
