// requests that queue up: next, next, return, next
async function* g() { try { yield 1; yield 2; } finally { console.log('finally'); await null; console.log('cleaned'); } }
const it = g();
it.next().then((r) => console.log('next 1', r.value, r.done));
it.next().then((r) => console.log('next 2', r.value, r.done));
it.return('R').then((r) => console.log('return', r.value, r.done));
it.next().then((r) => console.log('next 3', r.value, r.done));
process.nextTick(() => console.log('tick'));
