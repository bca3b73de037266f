// import() in an ES module: ticks wait for all of it
let n = 0;
let p = Promise.resolve();
for (let i = 1; i <= 40; i++) p = p.then(() => { n = i; });
process.nextTick(() => console.log('tick', n));
const ns = await import('path');
console.log('path', n, ns.default.basename('/a/b.txt'), Object.keys(ns).includes('join'));
const again = await import('node:path');
console.log('again', n, again === ns);
