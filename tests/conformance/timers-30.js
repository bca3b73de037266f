// a list that empties and is made anew has a later turn
const busy = (ms) => { const end = Date.now() + ms; while (Date.now() < end); };
const first = setTimeout(() => console.log('never'), 10);
setTimeout(() => console.log('20'), 20);
clearTimeout(first);
busy(12);
setTimeout(() => console.log('10 again'), 10);
busy(30);
