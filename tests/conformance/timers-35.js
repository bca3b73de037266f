// timers set in ticks and microtasks of timers: next pass, after the immediates
const busy = (ms) => { const end = Date.now() + ms; while (Date.now() < end); };
setTimeout(() => {
  console.log('A');
  process.nextTick(() => { setTimeout(() => console.log('T tick'), 1); });
  Promise.resolve().then(() => { setTimeout(() => console.log('T micro'), 1); busy(5); });
  setImmediate(() => console.log('immediate'));
}, 1);
setTimeout(() => console.log('B'), 2);
busy(10);
