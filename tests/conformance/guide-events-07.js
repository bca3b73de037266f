// Removing while emitting.
const { EventEmitter } = require('events');
const e = new EventEmitter();
const callbackA = () => { console.log('A'); e.removeListener('event', callbackB); };
const callbackB = () => console.log('B');
e.on('event', callbackA);
e.on('event', callbackB);
e.emit('event');
e.emit('event');
const pong = () => console.log('pong');
e.on('ping', pong); e.once('ping', pong);
e.removeListener('ping', pong);
e.emit('ping');
e.emit('ping');
