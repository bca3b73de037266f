// Waiting for the first of several events.
import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
const ee = new EventEmitter();
const controller = new AbortController();
const { signal } = controller;
setTimeout(() => ee.emit('second', 2), 20);
const winner = await Promise.race([
  once(ee, 'first', { signal }).then(() => 'first', () => 'first cancelled'),
  once(ee, 'second', { signal }).then(([v]) => `second ${v}`),
  wait(500, 'timeout', { signal }).catch(() => 'timer cancelled'),
]);
console.log(winner);
controller.abort();
await wait(1);
console.log(ee.eventNames());
