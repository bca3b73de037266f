// from I/O: immediate, timer; from the immediate: timer first
const fs = require('fs');
const busy = (ms) => { const end = Date.now() + ms; while (Date.now() < end); };
fs.stat('/', () => {
  setTimeout(() => console.log('timer'), 1);
  setImmediate(() => { console.log('immediate'); setImmediate(() => console.log('immediate 2')); setTimeout(() => console.log('timer 2'), 1); busy(5); });
  busy(5);
  Promise.resolve().then(() => console.log('micro'));
  process.nextTick(() => console.log('tick'));
});
