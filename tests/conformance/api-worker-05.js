// Memory that threads share, and a small pool of workers.
const { Worker } = require('worker_threads');
const shared = new Int32Array(new SharedArrayBuffer(16));
const code = `
  const { parentPort, workerData } = require('worker_threads');
  const { shared, id } = workerData;
  for (let i = 0; i < 1000; i++) Atomics.add(shared, 0, 1);
  Atomics.store(shared, id, id * 10);
  parentPort.once('message', (n) => {
    let sum = 0;
    for (let i = 1; i <= n; i++) sum += i;
    parentPort.postMessage({ id, sum });
  });
`;
const job = (id, n) => new Promise((resolve, reject) => {
  const worker = new Worker(code, { eval: true, workerData: { shared, id } });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.postMessage(n);
});
Promise.all([job(1, 10), job(2, 100), job(3, 1000)]).then((results) => {
  console.log(results);
  console.log(Array.from(shared));
});
console.log('started');
