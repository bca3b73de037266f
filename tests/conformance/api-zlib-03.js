// Streams: pieces, events, flush, close.
const zlib = require('zlib');
const gzip = zlib.createGzip({ highWaterMark: 16000 });
const parts = [];
for (const name of ['finish', 'prefinish', 'end', 'drain']) gzip.on(name, () => console.log('gzip', name));
gzip.on('data', (d) => { parts.push(d); console.log('data', d.length); });
console.log(gzip.write('hello'), gzip.write('x'.repeat(20000)), gzip.bytesWritten);
gzip.flush(() => {
  console.log('flushed', parts.length);
  gzip.end('bye', () => console.log('ended', gzip.bytesWritten));
});
gzip.on('end', () => {
  const gunzip = zlib.createGunzip();
  let length = 0;
  gunzip.on('data', (d) => { length += d.length; });
  gunzip.on('end', () => {
    console.log('unpacked', length, gunzip.bytesWritten === Buffer.concat(parts).length);
    const bad = zlib.createInflate();
    bad.on('error', (e) => {
      console.log('bad', e.code, e.errno);
      const closed = zlib.createDeflate();
      closed.close(() => console.log('close callback'));
      console.log('closing');
    });
    bad.end('garbage');
  });
  for (const part of parts) gunzip.write(part);
  gunzip.end();
});
