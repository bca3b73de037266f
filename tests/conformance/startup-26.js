// no extension says it and no package: the syntax does
import { readFileSync } from 'fs';
console.log(typeof require, typeof module, typeof readFileSync, import.meta.url.slice(-13));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('micro'));
