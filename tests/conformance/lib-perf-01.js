// Marks and measures: names, order of entries, errors.
const { performance, PerformanceObserver, PerformanceEntry } = require('perf_hooks');
console.log(performance === globalThis.performance, performance instanceof EventTarget);
const a = performance.mark('a', { startTime: 5, detail: { step: 1 } });
performance.mark('b', { startTime: 12 });
performance.mark('a', { startTime: 2 });
console.log(performance.measure('a to b', 'a', 'b').toJSON());
console.log(performance.measure('span', { start: 3, end: 10, detail: [1] }));
console.log(performance.measure('len', { start: 3, duration: 4 }).duration);
console.log(performance.measure('end', { end: 10, duration: 4 }).startTime);
console.log(performance.getEntries().map((e) => `${e.entryType} ${e.name} ${e.startTime} ${e.duration}`));
console.log(performance.getEntriesByName('a').length, performance.getEntriesByType('measure').length, performance.getEntriesByType('x'));
console.log(a instanceof PerformanceEntry, a.detail, Object.prototype.toString.call(a));
for (const wrong of [
  () => performance.measure('m', 'nothing'),
  () => performance.mark('x', { startTime: -1 }),
  () => performance.mark('nodeStart'),
  () => performance.measure('m', { start: 1 }, 'b'),
  () => performance.measure('m', { start: 1, end: 2, duration: 3 }),
  () => performance.measure(1),
  () => new PerformanceEntry(),
  () => performance.getEntriesByType(),
  () => new PerformanceObserver(),
  () => new PerformanceObserver(() => {}).observe({}),
  () => new PerformanceObserver(() => {}).observe({ entryTypes: 'mark' }),
]) {
  try { wrong(); console.log('fine'); } catch (e) { console.log(e.name, e.code, e.message); }
}
performance.clearMarks('a');
console.log(performance.getEntriesByType('mark').map((e) => e.name));
performance.clearMarks();
performance.clearMeasures('span');
console.log(performance.getEntries().map((e) => e.name));
console.log(typeof performance.timeOrigin, performance.now() >= 0, Object.keys(performance.toJSON()));
console.log(PerformanceObserver.supportedEntryTypes);
