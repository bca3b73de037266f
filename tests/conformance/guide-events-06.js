// newListener and removeListener.
const { EventEmitter } = require('events');
const e = new EventEmitter();
e.once('newListener', (event, listener) => {
  if (event === 'event') e.on('event', () => console.log('B'));
});
e.on('event', () => console.log('A'));
e.emit('event');
e.on('removeListener', (name, fn) => console.log('removed', name, fn.name));
const c = function c() {};
e.on('x', c);
e.off('x', c);
e.once('y', function y() {});
e.emit('y');
e.removeAllListeners('event');
console.log(e.eventNames());
