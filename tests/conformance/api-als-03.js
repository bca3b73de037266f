// emitters hand nothing on; a thrown error restores; an interval keeps what it entered
const { AsyncLocalStorage } = require('node:async_hooks'); const { EventEmitter } = require('events');
const als = new AsyncLocalStorage(); const e = new EventEmitter();
als.run('listener', () => e.on('x', () => console.log('on x', als.getStore()))); als.run('emitter', () => e.emit('x'));
try { als.run('thrower', () => { throw new Error('boom'); }); } catch (err) { console.log(err.message, als.getStore()); }
let n = 0; const t = setInterval(() => { console.log('interval', als.getStore()); als.enterWith(++n); if (n === 3) clearInterval(t); }, 200);
require('fs').stat('/', () => { console.log('io', als.getStore()); als.run('io', () => require('fs').stat('/', () => console.log('io inside', als.getStore()))); });
