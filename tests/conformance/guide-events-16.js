// A listener that throws: who is not called any more.
const { EventEmitter } = require('events');
const e = new EventEmitter();
e.on('x', () => { throw new Error('first'); });
e.on('x', () => console.log('second is not called'));
try { e.emit('x'); } catch (err) { console.log(err.message); }
process.on('uncaughtException', (err, origin) => { console.log(err.message, origin); });
setTimeout(() => e.emit('x'), 1);
setTimeout(() => console.log('goes on'), 30);
const p = Promise.reject(new Error('promised'));
process.on('unhandledRejection', (reason, promise) => console.log(reason.message, promise === p));
