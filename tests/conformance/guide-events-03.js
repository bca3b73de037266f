// once, prependListener, prependOnceListener and the lists.
const { EventEmitter } = require('events');
const e = new EventEmitter();
let m = 0;
e.once('event', () => console.log(++m));
e.emit('event');
e.emit('event');
e.on('foo', () => console.log('b'));
e.prependListener('foo', () => console.log('a'));
e.prependOnceListener('foo', () => console.log('only once, first'));
e.emit('foo');
e.emit('foo');
console.log(e.eventNames(), e.listenerCount('foo'), e.listeners('foo').length, e.rawListeners('foo').map((f) => typeof f.listener));
e.once('log', function log() { console.log('log once'); });
const [raw] = e.rawListeners('log');
raw.listener();
raw();
console.log(e.listenerCount('log'));
