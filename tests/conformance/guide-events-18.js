// Signals of abort: reasons, any, timeout, throwIfAborted.
const ac = new AbortController();
ac.signal.addEventListener('abort', (e) => console.log(e.type, ac.signal.aborted, ac.signal.reason));
ac.signal.onabort = () => console.log('onabort');
ac.abort('because');
ac.abort('twice');
try { ac.signal.throwIfAborted(); } catch (e) { console.log(e); }
const timed = AbortSignal.timeout(5);
timed.addEventListener('abort', () => console.log(timed.reason.name, timed.reason.message));
const any = AbortSignal.any([new AbortController().signal, timed]);
any.addEventListener('abort', () => console.log('any', any.reason === timed.reason));
console.log(AbortSignal.abort().reason.name, any.aborted);
setTimeout(() => {}, 30);
