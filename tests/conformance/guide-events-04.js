// Errors: without a listener they are thrown, with a monitor they are seen.
const { EventEmitter, errorMonitor } = require('events');
const e = new EventEmitter();
try { e.emit('error', new Error('whoops!')); } catch (err) { console.log('thrown', err.message); }
try { e.emit('error', { code: 5 }); } catch (err) { console.log(err.code, err.message, err.context); }
try { e.emit('error'); } catch (err) { console.log(err.code, err.message); }
e.on(errorMonitor, (err) => console.log('monitor', err.message));
try { e.emit('error', new Error('seen')); } catch (err) { console.log('still thrown', err.message); }
e.on('error', (err) => console.log('handled', err.message));
e.emit('error', new Error('again'));
process.on('uncaughtException', (err) => console.log('uncaught', err.message));
new EventEmitter().emit('error', new Error('last'));
console.log('never');
