// What crypto has by name, and comparing in constant time.
const crypto = require('crypto');
console.log(crypto.getHashes().length, crypto.getHashes().join());
console.log(crypto.getCiphers().length, crypto.getCiphers().filter((name) => /^aes-?256/.test(name)).join());
console.log(crypto.getHashes() === crypto.getHashes(), crypto.getHashes().every((name) => typeof name === 'string'));
const same = (a, b) => { try { console.log(crypto.timingSafeEqual(a, b)); } catch (error) { console.log(error.name, error.code, error.message); } };
same(Buffer.from('ab'), Buffer.from('ab')); same(Buffer.from('ab'), Buffer.from('ac')); same(Buffer.from('a'), Buffer.from('ab')); same('a', 'a'); same(Buffer.from('a'), 'a');
same(new Uint16Array([1]), new Uint8Array([1, 0])); same(new ArrayBuffer(2), new DataView(new ArrayBuffer(2))); same();
