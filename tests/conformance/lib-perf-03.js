// timerify, buffered entries, loop utilization, observers that are shown.
const { performance, PerformanceObserver } = require('perf_hooks');
function add(a, b) { return a + b; }
const timed = performance.timerify(add);
console.log(timed.name, timed.length, timed(1, 2));
const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    console.log(entry.entryType, entry.name, entry.detail, entry[0], entry.duration >= 0);
  }
  observer.disconnect();
  console.log(observer);
});
observer.observe({ entryTypes: ['function'] });
console.log(timed(3, 4));
const slow = performance.timerify(async function wait(ms) {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return 'waited';
});
slow(120).then(console.log);
class Point { constructor(x) { this.x = x; } }
const Timed = performance.timerify(Point);
console.log(new Timed(9));
performance.mark('early', { startTime: 1 });
const late = new PerformanceObserver((list) => {
  console.log('buffered', list.getEntries().map((e) => e.name));
  late.disconnect();
});
late.observe({ type: 'mark', buffered: true });
console.log(late);
try { late.observe({ entryTypes: ['mark'] }); } catch (e) { console.log(e.name, e.message); }
console.log(performance.eventLoopUtilization());
const before = performance.eventLoopUtilization();
setTimeout(() => {
  const { idle, active, utilization } = performance.eventLoopUtilization(before);
  console.log(idle >= 0, active >= 0, utilization <= 1, utilization >= 0);
  console.log(performance.nodeTiming.name, performance.nodeTiming.loopStart > -1, performance.nodeTiming.loopExit);
}, 40);
