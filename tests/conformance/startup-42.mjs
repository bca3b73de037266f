process.on('uncaughtException', (e, o) => { console.log(1, e, o); });
process.nextTick(() => { console.log('tick'); });
throw 3;
