// a throw in beforeExit, handled: the loop goes on
process.on('uncaughtException', (error) => { console.log('caught', error.message); setImmediate(() => console.log('immediate')); });
let times = 0;
process.on('beforeExit', () => { console.log('beforeExit', ++times); if (times === 1) { process.nextTick(() => console.log('tick')); throw new Error('b'); } });
process.on('exit', () => console.log('exit'));
