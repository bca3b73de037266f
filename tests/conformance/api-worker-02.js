// How workers end: errors, exit codes, terminate.
const { Worker } = require('worker_threads');
function run(name, code, options) {
  return new Promise((resolve) => {
    const worker = new Worker(code, { eval: true, ...options });
    worker.on('message', (message) => console.log(name, 'message', message));
    worker.on('error', (error) => console.log(name, 'error', error instanceof Error, error.name, error.message, error.code));
    worker.on('exit', (exitCode) => { console.log(name, 'exit', exitCode); resolve(worker); });
    if (options && options.then) options.then(worker);
  });
}
(async () => {
  await run('own error', 'class Own extends Error {} const e = new Own("mine"); e.code = "E_OWN"; throw e;');

  await run('exits', 'process.exit(3)');
  await run('on exit', "process.on('exit', (code) => { require('worker_threads').parentPort.postMessage('bye ' + code); }); setTimeout(() => process.exit(5), 5)");

  const stopped = new Worker('setInterval(() => {}, 1000)', { eval: true });
  stopped.on('exit', (code) => console.log('stopped exit', code));
  await new Promise((resolve) => stopped.once('online', resolve));
  console.log('terminated', await stopped.terminate());
  console.log('again', await stopped.terminate(), stopped.postMessage('into the void'));
})();
