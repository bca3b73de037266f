// the last immediate of a batch throws: those queued meanwhile
process.on('uncaughtException', (error) => { console.log('caught', error.message); });
setImmediate(() => { console.log('1'); setImmediate(() => console.log('later')); });
setImmediate(() => { process.nextTick(() => console.log('tick of 2')); throw new Error('2'); });
