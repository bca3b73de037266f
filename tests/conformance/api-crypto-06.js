// with one thread jobs are done in the order of their submission
process.env.UV_THREADPOOL_SIZE = '1';
const crypto = require('crypto'), fs = require('fs');
crypto.scrypt('p', 's', 8, (e, k) => console.log('scrypt', k)); crypto.pbkdf2('p', 's', 2000, 8, 'sha1', (e, k) => { console.log('pbkdf2', k); process.nextTick(() => console.log('tick')); });
fs.stat('/', () => console.log('stat')); crypto.randomBytes(2, (e, b) => console.log('random', b.length)); crypto.randomFill(Buffer.alloc(3), (e, b) => console.log('fill', b.length));
crypto.randomInt(9, (e, n) => { console.log('int', n < 9); crypto.randomInt(9, () => console.log('int from the store')); process.nextTick(() => console.log('tick after')); }); console.log('submitted');
