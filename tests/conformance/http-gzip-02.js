// The same with stream/promises and a generator between.
const http = require('http'); const zlib = require('zlib'); const { pipeline } = require('stream/promises'); const { Readable, PassThrough } = require('stream');
const server = http.createServer(async (req, res) => {
  try {
    const gz = zlib.createGzip(); res.on('finish', () => console.log('finish')); res.on('close', () => console.log('close')); gz.on('close', () => console.log('gz close')); gz.on('end', () => console.log('gz end'));
    await pipeline(Readable.from(['a', 'b']), async function* (s) { for await (const c of s) { console.log('chunk', String(c)); yield String(c).toUpperCase(); } }, gz, res);
    console.log('pipeline resolved');
  } catch (e) { console.log('caught', e.code); }
});
server.listen(0, () => {
  const req = http.get({ port: server.address().port, headers: { connection: 'close' } }, (res) => {
    const parts = []; res.on('data', (c) => parts.push(c)); res.on('end', () => { console.log('client end', zlib.gunzipSync(Buffer.concat(parts)).toString()); server.close(); });
    res.on('close', () => console.log('client res close'));
  });
  req.on('close', () => console.log('client req close'));
});
