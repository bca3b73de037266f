// Order between fs, timers, immediates, ticks and promises, twice nested.
const fs = require('fs');
console.log('1 sync');
fs.readFile(__filename, () => {
  console.log('file read');
  setTimeout(() => console.log('timeout in file'), 0);
  setImmediate(() => { console.log('immediate in file'); process.nextTick(() => console.log('tick in immediate')); Promise.resolve().then(() => console.log('micro in immediate')); });
  process.nextTick(() => console.log('tick in file'));
  Promise.resolve().then(() => { console.log('micro in file'); process.nextTick(() => console.log('tick in micro in file')); queueMicrotask(() => console.log('micro in micro')); });
});
Promise.resolve().then(() => console.log('micro 1')).then(() => console.log('micro 2'));
process.nextTick(() => { console.log('tick 1'); Promise.resolve().then(() => console.log('micro of tick')); process.nextTick(() => console.log('tick of tick')); });
(async () => { console.log('async start'); await null; console.log('async after await'); try { await Promise.reject(new Error('r')); } catch (e) { console.log('caught', e.message); } finally { console.log('finally'); } })();
console.log('2 sync');
