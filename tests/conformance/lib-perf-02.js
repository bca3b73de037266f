// A PerformanceObserver is called by an immediate; what it sees and when.
const { performance, PerformanceObserver } = require('node:perf_hooks');
const observer = new PerformanceObserver((list, self) => {
  console.log('observed', list.getEntries().map((e) => e.name), self === observer);
  if (list.getEntriesByName('second').length > 0) {
    self.disconnect();
    performance.mark('after disconnect');
  }
});
observer.observe({ entryTypes: ['mark', 'measure'] });
const only = new PerformanceObserver((list) => {
  console.log('only marks', list.getEntriesByType('mark').map((e) => e.name), list.getEntriesByType('measure').length);
  only.disconnect();
});
only.observe({ type: 'mark' });
performance.mark('first', { startTime: 1 });
setImmediate(() => console.log('immediate'));
process.nextTick(() => { console.log('tick'); performance.mark('in tick', { startTime: 3 }); });
Promise.resolve().then(() => { console.log('micro'); performance.measure('span', { start: 0, end: 2 }); });
setTimeout(() => {
  performance.mark('second', { startTime: 4 });
  setImmediate(() => console.log('immediate of timer'));
  console.log('timer');
}, 150);
console.log('main', observer.takeRecords().length);
