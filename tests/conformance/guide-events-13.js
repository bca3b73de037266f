// A queue that tells of its states.
const { EventEmitter } = require('events');
class Queue extends EventEmitter {
  #items = []; #running = 0;
  constructor(limit) { super(); this.limit = limit; }
  add(name, ms) { this.#items.push({ name, ms }); this.emit('added', name); this.#next(); return this; }
  #next() {
    while (this.#running < this.limit && this.#items.length > 0) {
      const { name, ms } = this.#items.shift();
      this.#running++;
      this.emit('started', name);
      setTimeout(() => {
        this.#running--;
        this.emit('done', name);
        if (this.#running === 0 && this.#items.length === 0) this.emit('empty');
        this.#next();
      }, ms);
    }
  }
}
const queue = new Queue(2);
for (const name of ['added', 'started', 'done', 'empty']) queue.on(name, (what = '') => console.log(name, what));
queue.add('a', 60).add('b', 20).add('c', 20);
