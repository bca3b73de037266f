// await of a rejection that is handled only later in the same drain
const rejected = Promise.reject(new Error('late'));
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
(async () => { await null; await null; await null; try { await rejected; } catch (error) { console.log('in time', error.message); } })();
process.nextTick(() => process.nextTick(() => console.log('ticks')));
