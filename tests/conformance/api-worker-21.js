// What a worker made with eval: true sees of itself; what its exit listeners queue.
const { Worker } = require('worker_threads');
const path = require('path');
const text = `
  const path = require('path');
  console.log(__filename, __dirname, module.id, path.relative(process.cwd(), module.filename ?? ''), module.loaded, module.children.length);
  console.log(typeof require, require.main === undefined, typeof exports, exports === module.exports, this === exports, this === globalThis);
  console.log(process.argv.length, process.argv[1], Object.keys(require.cache).length, require.resolve('fs'));
  console.log(module.paths[0].endsWith('/node_modules'), typeof globalThis.require);
  process.on('exit', (code) => {
    console.log('exit', code);
    Promise.resolve().then(() => console.log('microtask of exit'));
    process.nextTick(() => console.log('tick of exit'));
    queueMicrotask(() => console.log('second microtask'));
    setTimeout(() => console.log('never'), 0);
  });
  Promise.resolve().then(() => console.log('micro'));
  setImmediate(() => console.log('immediate'));
`;
const worker = new Worker(text, { eval: true, argv: ['x'] });
worker.on('exit', (code) => console.log('worker ended', code));
worker.on('error', (e) => console.log(e.message));
