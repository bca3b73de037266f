// one thread: each operation's trips, in line
process.env.UV_THREADPOOL_SIZE = '1';
const fs = require('fs');
let k = 0;
const chain = () => fs.stat('/', () => { console.log('stat', ++k); if (k < 8) chain(); });
chain();
fs.readFile(__filename, () => console.log('readFile'));
fs.access(__filename, () => console.log('access'));
