// stores over timers, ticks, promises and awaits
const { AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage(); const log = (l) => console.log(l, als.getStore());
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function work(id) { log('begin ' + id); await null; log('await ' + id); await sleep(10 * id * 20); log('slept ' + id); setImmediate(log, 'imm ' + id); }
als.run('one', () => work(1)); als.run('two', () => { work(2); als.run('inner', log, 'inner'); log('back'); als.exit(() => { log('exit'); process.nextTick(log, 'tick in exit'); }); });
log('outside'); Promise.resolve().then(() => log('outside micro'));
const p = als.run('three', () => Promise.resolve()); p.then(() => log('then outside'));
