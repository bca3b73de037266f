// enterWith, bind, snapshot, AsyncResource, two storages, disable
const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const a = new AsyncLocalStorage(), b = new AsyncLocalStorage(); const log = (l) => console.log(l, a.getStore(), b.getStore());
a.enterWith(1); log('entered'); b.run(2, () => { log('both'); a.enterWith(3); }); log('left');
const snap = b.run('snap', () => AsyncLocalStorage.snapshot()); snap(() => log('snapshot')); log('after snapshot');
const bound = a.run('bound', () => AsyncLocalStorage.bind((x, y) => { log('bound'); return x + y; })); console.log(bound(1, 2), bound.length);
const r = b.run('resource', () => new AsyncResource('R')); r.runInAsyncScope(function (x) { log('scope ' + x + this.t); b.enterWith('changed'); }, { t: '!' }, 5); r.runInAsyncScope(() => log('again'));
setTimeout(() => log('timeout'), 1); process.nextTick(() => { log('tick'); a.enterWith('tick'); queueMicrotask(() => log('micro')); });
a.disable(); log('disabled'); try { new AsyncResource(5); } catch (e) { console.log(e.code, e.message); }
