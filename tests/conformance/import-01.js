// import() of a module of Node's own takes many turns of the microtask queue
let n = 0;
let p = Promise.resolve();
for (let i = 1; i <= 40; i++) p = p.then(() => { n = i; });
import('events').then((ns) => { console.log('first after', n, typeof ns.default, ns.EventEmitter === ns.default); return import('node:events'); })
  .then(() => console.log('again after', n));
process.nextTick(() => console.log('tick', n));
