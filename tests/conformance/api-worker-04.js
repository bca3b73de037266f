// What a Worker refuses.
const { Worker, resourceLimits, workerData, SHARE_ENV } = require('worker_threads');
const show = (name, f) => { try { console.log(name, f()); } catch (e) { console.log(name, e.name, e.code, e.message); } };
show('number', () => new Worker(5));
show('bare name', () => new Worker('worker.js'));
show('file URL as text', () => new Worker('file:///worker.js'));
show('eval', () => new Worker(new URL('file:///a.js'), { eval: true }));
show('argv', () => new Worker('0', { eval: true, argv: 'x' }));
show('env', () => new Worker('0', { eval: true, env: 5 }));
show('name', () => new Worker('0', { eval: true, name: 5 }));
show('data', () => new Worker('0', { eval: true, workerData: () => {} }));
show('call', () => Worker('0'));
console.log(typeof SHARE_ENV, workerData, resourceLimits);
