// The order inside of a worker: its program is run by a message, so immediates come before timers.
const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (order) => console.log(order.join(' ')));
  worker.on('exit', () => console.log('exit'));
  process.nextTick(() => console.log('main tick'));
  setImmediate(() => console.log('main immediate'));
} else {
  const order = [];
  const note = (name) => () => order.push(name);
  setTimeout(note('timeout'), 0);
  setImmediate(note('immediate'));
  process.nextTick(note('tick'));
  Promise.resolve().then(note('promise')).then(note('promise 2'));
  queueMicrotask(note('microtask'));
  process.on('beforeExit', () => {
    if (order.includes('beforeExit')) return;
    order.push('beforeExit');
    setTimeout(note('late'), 1);
  });
  process.on('exit', () => parentPort.postMessage([...order, 'exit']));
  order.push('sync');
}
