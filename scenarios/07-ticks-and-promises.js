/* ---
title: nextTick, promises and microtasks
about: When the stack is empty, the nextTick queue is emptied first, then the microtask queue; only then does the loop go on.
--- */
setTimeout(() => console.log('6 timeout'), 0);

Promise.resolve()
  .then(() => console.log('4 promise'))
  .then(() => console.log('5b what follows it'));
queueMicrotask(() => console.log('5a microtask'));

process.nextTick(() => {
  console.log('2 tick');
  // A tick of a tick still comes
  // before every promise.
  process.nextTick(() => console.log('3 tick of the tick'));
});

console.log('1 main');
