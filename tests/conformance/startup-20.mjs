// the main module's rejection is an uncaught error some turns later, before the ticks
process.on('uncaughtException', (error, origin) => console.log(origin, error.message));
let p = Promise.resolve(); for (let i = 1; i <= 8; i++) p = p.then(() => console.log('step', i));
process.nextTick(() => console.log('tick'));
setTimeout(() => console.log('timer'), 1);
throw new Error('body');
