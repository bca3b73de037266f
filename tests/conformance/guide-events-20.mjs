// Emitters and streams of work: back pressure by awaiting listeners.
import { EventEmitter } from 'node:events';
class AsyncEmitter extends EventEmitter {
  async emitAsync(name, ...args) {
    const results = [];
    for (const listener of this.listeners(name)) results.push(await listener.apply(this, args));
    return results;
  }
}
const e = new AsyncEmitter();
e.on('save', async (x) => { await new Promise((r) => setTimeout(r, 5)); console.log('saved', x); return 1; });
e.on('save', (x) => { console.log('logged', x); return 2; });
console.log(await e.emitAsync('save', 'doc'));
