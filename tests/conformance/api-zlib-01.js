// What the synchronous calls give, and their errors.
const zlib = require('zlib');
const show = (name, f) => {
  try { console.log(name, f()); } catch (e) { console.log(name, e.name, e.code, e.errno, e.message, Object.keys(e).join()); }
};
const text = 'hello hello hello, said the loop';
show('gzip', () => zlib.gzipSync(text).toString('hex'));
show('deflate', () => zlib.deflateSync(text, { level: 1 }).toString('base64'));
show('raw', () => zlib.deflateRawSync(text, { level: 9 }).length);
show('and back', () => zlib.gunzipSync(zlib.gzipSync(text)).toString());
show('unzip', () => zlib.unzipSync(zlib.deflateSync('a')) + ' ' + zlib.unzipSync(zlib.gzipSync('b')));
show('two members', () => zlib.gunzipSync(Buffer.concat([zlib.gzipSync('a'), zlib.gzipSync('b')])).toString());
show('not gzip', () => zlib.gunzipSync('hello'));
show('not zlib', () => zlib.inflateSync('hello'));
show('bad block', () => zlib.inflateRawSync(Buffer.from([7, 1, 2])));
show('too short', () => zlib.gunzipSync(zlib.gzipSync(text).subarray(0, 15)));
show('short, but asked for', () => zlib.gunzipSync(zlib.gzipSync(text).subarray(0, 18), { finishFlush: zlib.constants.Z_SYNC_FLUSH }).toString());
show('sum', () => { const b = zlib.gzipSync(text); b[b.length - 6] ^= 1; return zlib.gunzipSync(b); });
show('length', () => { const b = zlib.gzipSync(text); b[b.length - 1] ^= 1; return zlib.gunzipSync(b); });
if (!process.version.startsWith('v10.')) show('bound', () => zlib.gunzipSync(zlib.gzipSync('a'.repeat(100)), { maxOutputLength: 10 }));
show('type', () => zlib.gzipSync(5));
show('level', () => zlib.gzipSync('a', { level: 10 }));
show('chunk', () => zlib.createGzip({ chunkSize: 1 }));

show('codes', () => [zlib.codes.Z_DATA_ERROR, zlib.codes['-5'], zlib.constants.Z_BEST_COMPRESSION].join());
show('typed', () => zlib.inflateSync(zlib.deflateSync(new Uint16Array([1, 2, 3]))));
