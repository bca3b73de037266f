// a microtask throws while ticks wait: they run after all microtasks all the same
process.on('uncaughtException', (error) => console.log('caught', error.message));
Promise.resolve().then(() => {
  process.nextTick(() => console.log('tick a'));
  queueMicrotask(() => { throw new Error('boom'); });
  queueMicrotask(() => { console.log('after'); process.nextTick(() => console.log('tick b')); });
});
setTimeout(() => console.log('timer'), 2);
