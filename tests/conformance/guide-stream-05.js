// Paused mode: readable and read.
const { Readable } = require('stream');
const r = new Readable({ read() {} });
r.push('abc');
r.push('def');
setTimeout(() => { r.push('ghi'); r.push(null); }, 5);
r.on('readable', () => {
  let chunk;
  console.log('readable', r.readableLength);
  while ((chunk = r.read(2)) !== null) console.log('got', chunk.toString());
});
r.on('end', () => console.log('end'));
