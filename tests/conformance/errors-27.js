// non-errors that are thrown and rejected
process.on('uncaughtException', (error, origin) => console.log(origin, typeof error, error === null, error && error.code));
setTimeout(() => { throw null; }, 1);
setTimeout(() => { throw undefined; }, 5);
setTimeout(() => Promise.reject(undefined), 10);
setTimeout(() => Promise.reject({ a: 1 }), 15);
setTimeout(() => { throw 'text'; }, 20);
