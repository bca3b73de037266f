// unref'd immediates run when something else keeps the loop
setImmediate(() => console.log('unref 1')).unref();
setImmediate(() => { console.log('ref'); setImmediate(() => console.log('never')).unref(); });
setImmediate(() => console.log('unref 2')).unref();
process.on('exit', () => console.log('exit'));
