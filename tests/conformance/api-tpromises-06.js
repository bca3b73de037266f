// abort before, during and after; which errors
const { setTimeout: delay, setImmediate: imm, setInterval: every } = require('timers/promises');
const show = (l) => (e) => console.log(l, e.name, e.code, e.message, e.cause === undefined ? 'no cause' : typeof e.cause);
delay(5, 1, { signal: AbortSignal.abort('r') }).catch(show('before'));
const ac = new AbortController(); delay(400, 1, { signal: ac.signal }).then(console.log, show('during'));
imm(1, { signal: ac.signal }).then(console.log, show('immediate'));
process.nextTick(() => { ac.abort(); console.log('aborted'); });
delay('x').catch((e) => console.log(e.code, e.message)); delay(1, 1, { ref: 5 }).catch((e) => console.log(e.code, e.message));
delay(1, 1, { signal: 5 }).catch((e) => console.log(e.code, e.message));
(async () => { const c = new AbortController(); try { for await (const v of every(10, 'v', { signal: c.signal })) { console.log(v); c.abort(); } } catch (e) { show('every')(e); } })();
