// What an emitter looks like, and what listeners get.
const { EventEmitter } = require('events');
const e = new EventEmitter();
console.log(e);
e.on('a', () => {});
console.log(Object.keys(e), e._eventsCount);
e.on('args', (...args) => console.log(args.length, args));
e.emit('args');
e.emit('args', 1, 2, 3, 4, 5);
console.log(e.on('b', () => {}) === e, e.emit('b'), e.off('b', () => {}) === e, EventEmitter.listenerCount(e, 'b'));
