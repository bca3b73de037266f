// process.exit in a microtask, a tick and an immediate: the first one ends it all
process.on('exit', (code) => { console.log('exit', code); process.nextTick(() => console.log('never')); process.exit(4); });
process.on('exit', () => console.log('never seen'));
setImmediate(() => process.exit(3));
queueMicrotask(() => { process.nextTick(() => process.exit(2)); });
queueMicrotask(() => console.log('micro'));
