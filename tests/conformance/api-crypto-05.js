const crypto = require('crypto');
for (const a of ['md5', 'sha1', 'SHA256', 'sha384', 'sha512', 'RSA-SHA256']) console.log(a, crypto.createHash(a).update('abc').update(Buffer.from('def')).digest('hex'));
console.log(crypto.createHmac('sha256', 'key').update('data').digest('base64'), crypto.createHmac('md5', Buffer.from([1, 2])).update('x').digest().length);
const h = crypto.createHash('sha1').update('a'); const c = h.copy(); console.log(h.digest('hex'), c.update('b').digest('hex'));
const T = (f) => { try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); } };
T(() => h.update('x')); T(() => h.digest()); T(() => crypto.createHash('zork')); T(() => crypto.createHmac('zork', 'k')); T(() => crypto.createHash('md5').update(5)); T(() => crypto.pbkdf2Sync('p', 's', 0, 8, 'sha1'));
T(() => crypto.pbkdf2Sync('p', 's', 1, 8, 'zork')); T(() => crypto.scryptSync('p', 's', 8, { N: 3 })); T(() => crypto.randomBytes(-1)); T(() => crypto.randomInt(5, 5)); T(() => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('bc')));
console.log(crypto.pbkdf2Sync('p', 's', 1000, 24, 'sha512').toString('hex'), crypto.scryptSync('p', 's', 16).toString('hex'), crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('a')));
console.log(crypto.randomUUID().length, /^[0-9a-f-]{14}4/.test(crypto.randomUUID()), crypto.randomBytes(4).length, crypto.randomInt(3) < 3, globalThis.crypto.getRandomValues(new Uint8Array(3)).length);
