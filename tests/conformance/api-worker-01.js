// A worker that answers: what is cloned on the way, workerData, the worker's end.
const { Worker, isMainThread, threadId, parentPort, workerData } = require('worker_threads');
console.log(isMainThread, threadId, parentPort, workerData);
const worker = new Worker(`
  const { parentPort, workerData, threadId, isMainThread } = require('node:worker_threads');
  parentPort.postMessage({ isMainThread, threadId, workerData, argv: process.argv.length });
  parentPort.on('message', (message) => {
    parentPort.postMessage(message);
    if (message === 'stop') parentPort.close();
  });
`, { eval: true, workerData: { list: [1, , 3], date: new Date(0) } });
const things = [
  'text', 12n, null, [new Map([['k', new Set([1])]]), /re/g], new Uint8Array([1, 2, 3]), new RangeError('no'), { nested: { deep: { deeper: { x: 1 } } } },
];
worker.on('online', () => console.log('online'));
worker.on('message', (message) => {
  if (message instanceof RangeError) console.log('error', message.name, message.message);
  else console.log('message', message);
  if (things.length > 0) worker.postMessage(things.shift());
  else if (message !== 'stop') worker.postMessage('stop');
});
worker.on('exit', (code) => console.log('exit', code, worker.threadId));
const circle = { name: 'circle' };
circle.self = circle;
things.push(circle);
try { worker.postMessage(() => {}); } catch (error) { console.log(error.name, error.message); }
try { worker.postMessage(); } catch (error) { console.log(error.code); }
