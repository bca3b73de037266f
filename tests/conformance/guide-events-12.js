// An emitter in place of inheritance; symbols as names.
const EventEmitter = require('events');
function Door() { EventEmitter.call(this); }
Object.setPrototypeOf(Door.prototype, EventEmitter.prototype);
const kOpen = Symbol('open');
const door = new Door();
door.on(kOpen, () => console.log('Door was opened'));
door.emit(kOpen);
console.log(door.eventNames(), door instanceof EventEmitter);
const mixed = Object.assign({}, EventEmitter.prototype);
mixed.on('a', function () { console.log(this === mixed); });
mixed.emit('a');
