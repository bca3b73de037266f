// clearing immediates of the running batch, and of the next one
const a = setImmediate(() => { console.log('a'); clearImmediate(b); c2 = setImmediate(() => console.log('never 2')); clearImmediate(c2); });
let c2;
const b = setImmediate(() => console.log('never'));
setImmediate(() => { console.log('c'); clearImmediate(a); clearImmediate(undefined); clearImmediate(null); });
