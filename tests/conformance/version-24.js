// a promise chain against await: turns by version
const order = [];
(async () => { await (async () => { await null; order.push('inner'); })(); order.push('outer'); })();
(async () => { for await (const v of [1, Promise.resolve(2)]) order.push('of ' + v); })();
let p = Promise.resolve();
for (let i = 1; i <= 10; i++) p = p.then(() => order.push(i));
setTimeout(() => console.log(order.join(' ')), 1);
