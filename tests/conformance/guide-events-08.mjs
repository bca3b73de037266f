// events.once: values, errors, abort.
import { once, EventEmitter } from 'node:events';
const ee = new EventEmitter();
process.nextTick(() => ee.emit('myevent', 42, 'more'));
console.log(await once(ee, 'myevent'));
const err = new Error('kaboom');
process.nextTick(() => ee.emit('error', err));
try { await once(ee, 'myevent'); } catch (e) { console.log('error happened', e === err); }
const ac = new AbortController();
const waiting = once(ee, 'foo', { signal: ac.signal }).catch((e) => console.log(e.name, e.code));
ac.abort();
await waiting;
const target = new EventTarget();
setTimeout(() => target.dispatchEvent(new Event('go')), 1);
const [event] = await once(target, 'go');
console.log(event.type, event.target === target);
process.nextTick(() => { ee.emit('bar'); ee.emit('foo'); });
await Promise.all([once(ee, 'bar').then(() => console.log('bar')), once(ee, 'foo').then(() => console.log('foo'))]);
