// Measuring a busy callback and an idle wait.
import { performance, PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
const seen = [];
const observer = new PerformanceObserver((items) => {
  for (const entry of items.getEntries()) seen.push(`${entry.name}: ${entry.duration >= 30 && entry.duration < 300}`);
});
observer.observe({ type: 'measure' });
performance.mark('start');
const end = performance.now() + 30;
while (performance.now() < end);
performance.mark('busy');
performance.measure('busy', 'start', 'busy');
await wait(40);
performance.mark('idle');
performance.measure('idle', 'busy', 'idle');
await new Promise(setImmediate);
console.log(seen);
