// break in for await calls return() and waits for it
const source = { [Symbol.asyncIterator]() { let n = 0; return {
  next: async () => ({ value: ++n, done: false }),
  return: async () => { console.log('return called'); await null; console.log('return done'); return {}; },
}; } };
(async () => { for await (const v of source) { console.log(v); if (v === 2) break; } console.log('after'); })();
Promise.resolve().then(() => console.log('m1')).then(() => console.log('m2')).then(() => console.log('m3'));
