// an error in a timer: the other timers of the pass first, then its ticks
process.on('uncaughtException', (error) => console.log('caught', error.message));
const busy = (ms) => { const end = Date.now() + ms; while (Date.now() < end); };
setTimeout(() => { process.nextTick(() => console.log('tick a')); throw new Error('a'); }, 1);
setTimeout(() => { process.nextTick(() => console.log('tick b')); throw new Error('b'); }, 1);
setTimeout(() => { console.log('c'); process.nextTick(() => console.log('tick c')); }, 3);
setImmediate(() => console.log('immediate'));
busy(10);
