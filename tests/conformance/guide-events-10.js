// Too many listeners.
const { EventEmitter, setMaxListeners, getEventListeners } = require('events');
process.on('warning', (w) => console.log(w.name, w.count, w.type, w.emitter === e, w.message));
const e = new EventEmitter();
e.setMaxListeners(1);
e.on('x', () => {}); e.on('x', () => {}); e.on('x', () => {});
console.log(e.getMaxListeners(), EventEmitter.defaultMaxListeners);
const target = new EventTarget();
setMaxListeners(5, target, e);
target.addEventListener('y', function handler() {});
console.log(e.getMaxListeners(), getEventListeners(target, 'y'), getEventListeners(e, 'x').length);
try { e.setMaxListeners(-1); } catch (err) { console.log(err.code, err.message); }
try { e.on('x', 'not a function'); } catch (err) { console.log(err.code, err.message); }
