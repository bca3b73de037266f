/* ---
title: Who comes first, inside an I/O callback?
about: The callback of a read runs in the poll phase, and check comes next: the immediate is always first, whatever the timer's delay.
file users.json: [{ "name": "Ann" }]
latency fs.readFile users.json: 3
--- */
const fs = require('fs');

setTimeout(() => console.log('timeout 10'), 10);

fs.readFile('users.json', () => {
  console.log('read users');
  setTimeout(() => console.log('timeout 0'), 0);
  setImmediate(() => console.log('immediate'));
  process.nextTick(() => console.log('tick'));
  Promise.resolve().then(() => console.log('micro'));
});

console.log('main done');
