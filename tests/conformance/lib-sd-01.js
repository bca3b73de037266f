const { StringDecoder } = require('string_decoder');
const d = new StringDecoder('utf8');
const euro = Buffer.from('a€😀é');
for (const byte of euro) process.stdout.write(JSON.stringify(d.write(Buffer.from([byte]))) + ' ');
console.log(d.end());
const bad = new StringDecoder();
console.log([bad.write(Buffer.from([0xe2, 0x82])), bad.end(), bad.write(Buffer.from([0xff, 0x41, 0xe2])), bad.write(Buffer.from([0x41])), bad.write(Buffer.from([0xf0, 0x9f])), bad.end(Buffer.from([0x98, 0x80]))]);
const h = new StringDecoder('hex'); console.log(h.write(Buffer.from('ab')), h.end(), h.encoding, new StringDecoder('UTF-8').encoding, new StringDecoder('binary').encoding);
const b64 = new StringDecoder('base64'); console.log(b64.write(Buffer.from('abcd')), b64.write(Buffer.from('e')), b64.end());
const u16 = new StringDecoder('utf16le'); const bytes = Buffer.from('a😀', 'utf16le'); console.log([...bytes].map((byte) => u16.write(Buffer.from([byte]))), u16.end());
for (const f of [() => new StringDecoder('nope'), () => new StringDecoder(1), () => d.write(5), () => d.write('text')]) { try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); } }
