// an error in a listener surfaces in a tick, others go on
process.on('uncaughtException', (e) => console.log('caught', e.message));
const t = new EventTarget();
t.addEventListener('x', () => { throw new Error('first'); });
t.addEventListener('x', async () => { throw new Error('async'); });
t.addEventListener('x', () => console.log('last'));
process.nextTick(() => console.log('tick before'));
t.dispatchEvent(new Event('x'));
process.nextTick(() => console.log('tick after')); Promise.resolve().then(() => console.log('micro')); setImmediate(() => console.log('immediate'));
