// Events between parts: namespaces by a wrapper, listeners with state.
const { EventEmitter } = require('events');
const bus = new EventEmitter();
const history = [];
const emit = bus.emit;
bus.emit = function (name, ...args) { history.push(name); return emit.call(this, name, ...args); };
const counter = { n: 0, add(by) { this.n += by; } };
bus.on('add', counter.add.bind(counter));
bus.on('add', (by) => by > 2 && bus.emit('large', by));
bus.on('large', (by) => console.log('large', by));
for (const by of [1, 2, 3]) bus.emit('add', by);
console.log(counter.n, history);
