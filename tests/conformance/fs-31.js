// an error in an I/O callback: its ticks, the immediate, the next operation
process.env.UV_THREADPOOL_SIZE = '1';
const fs = require('fs');
process.on('uncaughtException', (error) => console.log('caught', error.message));
fs.stat('/', () => { process.nextTick(() => console.log('tick')); setImmediate(() => console.log('immediate')); fs.stat('/', () => console.log('stat 2')); throw new Error('io'); });
