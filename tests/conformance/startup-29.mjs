// await in a loop in the body: ticks wait for the whole body
process.nextTick(() => console.log('tick'));
for (let i = 0; i < 3; i++) { await i; console.log('round', i); }
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick 2'));
