// An emitter of one's own.
const EventEmitter = require('node:events');
class MyEmitter extends EventEmitter {}
const myEmitter = new MyEmitter();
myEmitter.on('event', function (a, b) {
  console.log(a, b, this === myEmitter, this instanceof MyEmitter);
});
myEmitter.on('event', (a, b) => console.log(a, b, typeof this));
console.log(myEmitter.emit('event', 'a', 'b'), myEmitter.emit('other'));
