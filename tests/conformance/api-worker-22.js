// A worker that calls process.exit, throws in an exit listener, or changes its exit code there.
const { Worker } = require('worker_threads');
const run = (text) => new Promise((resolve) => {
  const worker = new Worker(text, { eval: true });
  worker.on('error', (e) => console.log('error', e.message));
  worker.on('exit', (code) => { console.log('ended', code); resolve(); });
});
(async () => {
  await run(`
    process.on('exit', (code) => { console.log('exit', code); queueMicrotask(() => console.log('micro')); });
    Promise.resolve().then(() => console.log('early micro'));
    process.exit(3);
  `);
  await run(`process.on('exit', (code) => { console.log('exit', code); process.exitCode = 5; })`);
  await run(`process.on('exit', () => { throw new Error('late'); })`);
  await run(`process.on('exit', () => { Promise.reject(new Error('rejected late')); })`);
  await run(`process.on('exit', () => { queueMicrotask(() => { process.exitCode = 7; }); })`);
})();
