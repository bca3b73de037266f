// the same after a top-level await: one turn later
process.on('uncaughtException', (error, origin) => console.log(origin, error.message));
await null;
let p = Promise.resolve(); for (let i = 1; i <= 8; i++) p = p.then(() => console.log('step', i));
process.nextTick(() => console.log('tick'));
throw new Error('body');
