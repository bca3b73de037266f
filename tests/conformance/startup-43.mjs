process.on('unhandledRejection', (e, o) => { console.log(1, e); });
process.nextTick(() => { console.log('tick'); });
throw null;
