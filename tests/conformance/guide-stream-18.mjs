// Many sources into one sink; ends are handed on by hand.
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
const merged = new PassThrough({ objectMode: true });
async function feed(name, times) {
  for (const ms of times) {
    await wait(ms);
    merged.write(`${name} after ${ms}`);
  }
}
Promise.all([feed('a', [10, 60]), feed('b', [40, 80])]).then(() => merged.end());
for await (const item of merged) console.log(item);
console.log('all read');
