// the continuation is a microtask of the timer; missed ticks are delivered one after the other
const { setTimeout: delay, setInterval: every, scheduler } = require('timers/promises');
(async () => {
  await delay(5); process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('micro')); console.log('after delay');
  await scheduler.yield(); console.log('after yield');
  let n = 0; const start = Date.now();
  for await (const v of every(20, 'v')) { console.log(v, ++n); if (n === 1) { while (Date.now() - start < 200); } if (n === 4) break; }
  console.log('done');
})();
