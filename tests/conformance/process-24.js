// warnings come in a tick, once a listener is there
process.on('warning', (warning) => console.log(warning.name, warning.message, warning.code));
process.emitWarning('one');
process.emitWarning('two', 'Custom', 'C2');
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('micro'));
console.log('end');
