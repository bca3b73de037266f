// Immediates and timers of an ES module, when the timer is due at once.
const started = Date.now();
setTimeout(() => {
  console.log('timeout');
  setImmediate(() => console.log('immediate of the timeout'));
  setTimeout(() => console.log('timeout of the timeout'), 0);
}, 0);
setImmediate(() => {
  console.log('immediate');
  process.nextTick(() => console.log('tick of the immediate'));
});
while (Date.now() - started < 10);
queueMicrotask(() => console.log('microtask'));
process.nextTick(() => console.log('tick'));
console.log('end');
