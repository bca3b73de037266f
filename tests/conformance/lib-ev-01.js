const { EventEmitter, once, on, getEventListeners, errorMonitor, captureRejectionSymbol } = require('node:events');
const events = require('events');
console.log(events === EventEmitter, events.EventEmitter === EventEmitter, new EventEmitter());
console.log(EventEmitter);
const e = new EventEmitter();
e.once('x', function named() {});
e.on('x', () => {});
console.log(e.rawListeners('x'), e.listeners('x'), e.eventNames(), e.listenerCount('x'), getEventListeners(e, 'x').length);
for (const f of [() => once({}, 'x'), () => on({}, 'x'), () => e.setMaxListeners(-1), () => events.setMaxListeners(-1), () => events.setMaxListeners(1, {}),
  () => events.getMaxListeners({}), () => { EventEmitter.defaultMaxListeners = -1; }, () => new EventEmitter({ captureRejections: 1 }), () => e.on('x', 5), () => e.emit('error', 5), () => e.emit('error', { a: 1 }), () => getEventListeners({}, 'x')]) {
  try { const r = f(); if (r && r.then) r.catch((error) => console.log('async', error.code, error.message)); } catch (error) { console.log(error.name, error.code, error.message, error.context); }
}
const log = [];
e.on('newListener', (type, fn) => log.push(['new', type, fn.name]));
e.on('removeListener', (type, fn) => log.push(['removed', type, fn.name]));
function a() {} function b() {}
e.on('y', a); e.prependListener('y', b); e.once('y', a);
console.log(e.listeners('y').map((f) => f.name));
e.off('y', a); e.removeAllListeners('y');
console.log(log);
console.log(e);
