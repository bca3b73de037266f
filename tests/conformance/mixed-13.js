// crypto: digests, encodings, errors, and the order of work in the pool.
const crypto = require('crypto');
console.log(crypto.createHash('sha256').update('a').update(Buffer.from('b')).digest('hex'));
console.log(crypto.createHmac('sha1', 'key').update('data').digest('base64'), crypto.createHash('md5').update('ü', 'latin1').digest('base64url'));
for (const f of [() => crypto.createHash('nope'), () => { const h = crypto.createHash('md5'); h.digest(); h.update('x'); }, () => { const h = crypto.createHash('md5'); h.digest(); h.digest(); }, () => crypto.createHash('md5').update(5), () => crypto.randomBytes(-1), () => crypto.randomInt(5, 3), () => crypto.pbkdf2Sync('p', 's', 0, 8, 'sha1'), () => crypto.scryptSync('p', 's', 8, { N: 3 }), () => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('bc')), () => crypto.createHmac('sha1')]) {
  try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); }
}
console.log(crypto.pbkdf2Sync('secret', 'salt', 10, 16, 'sha512').toString('hex'), crypto.scryptSync('p', 's', 8).toString('hex'));
const h = crypto.createHash('sha1'); const c = (h.update('x'), h.copy()); console.log(h.digest('hex') === c.digest('hex'));
console.log(crypto.randomBytes(4).length, /^[0-9a-f-]{36}$/.test(crypto.randomUUID()), crypto.getHashes().includes('sha256'), crypto.getCiphers().includes('aes-256-cbc'));
setTimeout(() => crypto.pbkdf2('a', 'b', 1000, 8, 'sha1', (e, k) => { console.log('pbkdf2', k.toString('hex')); crypto.randomBytes(2, (e, b) => console.log('randomBytes', b.length)); }), 200);
const s = crypto.createHash('sha1'); s.on('readable', () => { const d = s.read(); if (d) console.log('stream', d.toString('hex')); }); s.write('some'); s.end(' data');
setImmediate(() => console.log('immediate')); process.nextTick(() => console.log('tick'));
