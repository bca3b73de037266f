// for await at the top level
const wait = (ms, v) => new Promise((resolve) => setTimeout(resolve, ms, v));
process.nextTick(() => console.log('tick'));
for await (const v of [wait(20, 'a'), wait(5, 'b'), 'c']) console.log(v);
console.log('end');
