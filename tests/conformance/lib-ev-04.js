const { EventEmitter } = require('events');
class Store extends EventEmitter {
  #items = new Map();
  set(key, value) { this.#items.set(key, value); this.emit('change', { key, value }); return this; }
}
const store = new Store();
store.on('change', function (change) { console.log(this === store, change); });
store.set('a', 1).set('b', [2]);
console.log(store, Object.keys(store));
const e = new EventEmitter();
for (let i = 0; i < 12; i++) e.on('leak', () => {});
process.on('warning', (w) => console.log(w.name, w.message, w.count, w.type, w.emitter === e));
e.setMaxListeners(2); console.log(e.getMaxListeners(), EventEmitter.defaultMaxListeners);
e.on('order', () => { console.log(1); e.on('order', () => console.log('added while emitting')); });
e.on('order', () => console.log(2));
e.emit('order'); console.log('--'); e.emit('order');
console.log(e.emit('nobody'), e.emit('leak'));
const gone = () => console.log('should run once'); 
e.on('g', () => e.off('g', gone)); e.on('g', gone); e.emit('g'); e.emit('g');
console.log(EventEmitter.listenerCount(e, 'leak'), e.listenerCount('order', gone));
