// Who is first: a file, an immediate, a timer, a tick.
const fs = require('fs');
fs.readFile(__filename, () => {
  console.log('file');
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('promise'));
});
process.nextTick(() => console.log('first tick'));
console.log('main');
