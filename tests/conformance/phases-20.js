// from an immediate: a due timer before the next immediate, I/O after both or between
const busy = (ms) => { const end = Date.now() + ms; while (Date.now() < end); };
setImmediate(() => {
  setTimeout(() => console.log('timer'), 1);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  busy(5);
});
