// immediates, ticks and microtasks that make each other, two iterations
setImmediate(() => { console.log('1'); setImmediate(() => console.log('1.i')); process.nextTick(() => { console.log('1.t'); setImmediate(() => console.log('1.t.i')); }); });
setImmediate(() => { console.log('2'); Promise.resolve().then(() => { console.log('2.m'); setImmediate(() => console.log('2.m.i')); }); });
setImmediate(() => console.log('3'));
