// Rejections of async listeners: captureRejections.
const { EventEmitter, captureRejectionSymbol } = require('events');
const e = new EventEmitter({ captureRejections: true });
e.on('something', async (value) => { throw new Error('kaboom ' + value); });
e.on('error', (err) => console.log('error event', err.message));
e.emit('something', 1);
const f = new EventEmitter({ captureRejections: true });
f[captureRejectionSymbol] = (err, event, ...args) => console.log('symbol', err.message, event, args);
f.on('x', async () => { throw new Error('y'); });
f.emit('x', 1, 2);
console.log('sync');
setImmediate(() => console.log('immediate'));
