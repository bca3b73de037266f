// exceptions in the second of three ticks, handled: the rest waits for the check phase
process.on('uncaughtException', (error) => { console.log('caught', error.message); process.nextTick(() => console.log('tick of listener')); });
process.nextTick(() => console.log('tick 1'));
process.nextTick(() => { Promise.resolve().then(() => console.log('micro of 2')); throw new Error('tick 2'); });
process.nextTick(() => console.log('tick 3'));
setImmediate(() => console.log('immediate 1'));
setImmediate(() => console.log('immediate 2'));
