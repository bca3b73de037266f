// events.on: an async iterator of events.
import { on, EventEmitter } from 'node:events';
const ee = new EventEmitter();
process.nextTick(() => {
  ee.emit('foo', 'bar');
  ee.emit('foo', 42);
});
for await (const event of on(ee, 'foo')) {
  console.log(event);
  if (event[0] === 42) break;
}
console.log(ee.listenerCount('foo'));
const ac = new AbortController();
setTimeout(() => ac.abort(), 5);
try {
  for await (const [n] of on(ee, 'tick', { signal: ac.signal })) console.log(n);
} catch (e) { console.log(e.name); }
