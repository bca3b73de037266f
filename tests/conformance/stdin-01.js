/* ---
stdin: first\nsecond\nthird
--- */
const rl = require('readline').createInterface({ input: process.stdin });
rl.on('line', (line) => { console.log('line', line); process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('micro')); }).on('close', () => console.log('close'));
console.log('main');
