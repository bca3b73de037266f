// Asynchronous listeners by setImmediate, and the order of all.
const { EventEmitter } = require('events');
const e = new EventEmitter();
e.on('event', (a) => {
  setImmediate(() => console.log('this happens asynchronously', a));
  process.nextTick(() => console.log('tick', a));
  queueMicrotask(() => console.log('micro', a));
});
e.on('event', () => console.log('second listener'));
e.emit('event', 1);
console.log('after emit');
