// After an await that needs no loop, the module is still where it was.
import { readFile } from 'node:fs';
console.log('start');
await null;
const started = Date.now();
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => {
  console.log('immediate');
  setImmediate(() => console.log('immediate of the immediate'));
});
while (Date.now() - started < 10);
await Promise.resolve();
console.log('end');
process.on('beforeExit', () => console.log('beforeExit'));
