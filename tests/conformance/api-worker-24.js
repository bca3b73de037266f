// Whatever a worker has printed arrives before its end does.
const { Worker } = require('worker_threads');
const run = (text) => new Promise((resolve) => {
  const worker = new Worker(text, { eval: true });
  worker.on('error', (e) => console.log('error', e.message));
  worker.on('exit', (code) => { console.log('ended', code); resolve(); });
});
(async () => {
  await run(`console.log(1); console.log(2); process.on('exit', () => {console.log(3); console.log(4)}); process.exit(3);`);
  await run(`console.log(1); console.log(2); process.on('exit', () => {console.log(3); console.log(4)}); `);
  await run(`console.log(1); console.log(2); throw new Error('x') `);
  await run(`process.on('exit', () => {console.log(3); console.log(4)}); setTimeout(()=>{console.log(1); console.log(2);throw new Error('x')},5) `);
  await run(`process.on('exit', () => {console.log(3); console.log(4); process.exit(9)}); setTimeout(()=>{console.log(1); console.log(2);process.exit(8)},5) `);
})();
