// the pool's size is read at its first use
const fs = require('fs');
process.env.UV_THREADPOOL_SIZE = '1';
for (let i = 1; i <= 6; i++) fs.stat('/', () => console.log('stat', i));
process.env.UV_THREADPOOL_SIZE = '4';
