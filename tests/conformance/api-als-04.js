const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const a = new AsyncLocalStorage({ defaultValue: 'dv', name: 'nm' }), b = new AsyncLocalStorage();
console.log(a.name, a.getStore(), b.name, b.getStore(), a.run(undefined, () => a.getStore()), a.exit(() => a.getStore()));
const log = (l) => console.log(l, a.getStore(), b.getStore());
async function f() { log('f'); b.enterWith('in f'); await null; log('f2'); b.enterWith('f3'); }
f().then(() => log('then')); log('after f');
setTimeout(() => { log('t1'); b.enterWith('t1'); setTimeout(() => log('t2'), 1); }, 40);
process.nextTick(() => log('tick'));
b.run('x', () => { setImmediate(() => { log('imm'); b.enterWith('y'); queueMicrotask(() => log('qm')); }); b.enterWith('z'); }); log('out');
const r = new AsyncResource('R'); r.runInAsyncScope(() => { log('r'); b.enterWith('rr'); }); r.runInAsyncScope(() => log('r2')); log('end');
const i = setInterval(() => { log('int'); b.enterWith((b.getStore() || 0) + 1); if (++n === 3) clearInterval(i); }, 150); let n = 0;
b.exit(() => { log('exited'); }); log('after exit'); const bd = AsyncResource.bind(() => log('bd')); b.run('q', bd); b.run('w', () => { try { b.run('v', () => { throw 1; }); } catch { log('caught'); } });
log("last"); b.run('after dis', () => log('run again')); b.enterWith('ew'); log('ew');
