// After an await of a timer, a module goes on in the timers phase.
setImmediate(() => console.log('immediate of the body'));
await new Promise((resolve) => setTimeout(resolve, 5));
console.log('after the timer');
const started = Date.now();
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
while (Date.now() - started < 10);
await new Promise(setImmediate);
console.log('after the immediate');
