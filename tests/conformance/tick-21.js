// microtasks that throw, one after the other, between others that do not
process.on('uncaughtException', (error) => console.log('caught', error.message));
queueMicrotask(() => { console.log('m1'); throw new Error('m1'); });
queueMicrotask(() => { queueMicrotask(() => console.log('m2.1')); throw new Error('m2'); });
Promise.resolve().then(() => console.log('p'));
process.nextTick(() => console.log('tick'));
queueMicrotask(() => { process.nextTick(() => console.log('tick of m3')); throw new Error('m3'); });
setImmediate(() => console.log('immediate'));
