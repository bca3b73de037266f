// a thenable that settles later, twice, and throws after settling
const thenable = { then(resolve, reject) { queueMicrotask(() => { resolve('first'); reject(new Error('ignored')); }); throw_(); } };
function throw_() { try { throw new Error('inner'); } catch { console.log('then called'); } }
Promise.resolve(thenable).then(console.log);
(async () => { console.log('awaited', await thenable); })();
process.nextTick(() => console.log('tick'));
