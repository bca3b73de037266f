// ticks and microtasks from within each other, three levels
const log = (text) => () => console.log(text);
process.nextTick(() => { console.log('A'); process.nextTick(log('A.t')); Promise.resolve().then(() => { console.log('A.m'); process.nextTick(log('A.m.t')); queueMicrotask(log('A.m.m')); }); });
Promise.resolve().then(() => { console.log('B'); process.nextTick(() => { console.log('B.t'); queueMicrotask(log('B.t.m')); process.nextTick(log('B.t.t')); }); });
process.nextTick(log('C'));
console.log('main');
