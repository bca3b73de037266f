process.on('exit', (e, o) => { console.log('exit', e); });
process.nextTick(() => { console.log('tick'); });
await 1;
throw undefined;
