// unshift, and reading a header off the front.
const { Readable } = require('stream');
function parseHeader(stream, callback) {
  stream.on('error', callback);
  stream.on('readable', onReadable);
  let header = '';
  function onReadable() {
    let chunk;
    while (null !== (chunk = stream.read())) {
      const text = chunk.toString();
      const at = text.indexOf('\n\n');
      if (at < 0) { header += text; continue; }
      header += text.slice(0, at);
      const rest = Buffer.from(text.slice(at + 2));
      stream.removeListener('error', callback);
      stream.removeListener('readable', onReadable);
      if (rest.length) stream.unshift(rest);
      callback(null, header, stream);
      return;
    }
  }
}
const s = new Readable({ read() {} });
for (const part of ['Name: x\nA', 'ge: 3\n\nbo', 'dy', null]) s.push(part);
parseHeader(s, (err, header, stream) => {
  console.log(err, header.split('\n'));
  stream.on('data', (d) => console.log('body', d.toString())).on('end', () => console.log('end'));
});
