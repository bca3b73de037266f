// any follows its sources; listeners run synchronously, in order
const a = new AbortController(), b = new AbortController();
const any = AbortSignal.any([a.signal, b.signal]); const both = AbortSignal.any([any]);
a.signal.addEventListener('abort', () => console.log('a', any.aborted));
any.addEventListener('abort', () => console.log('any', any.reason)); both.onabort = (e) => console.log('both', e.type, e.isTrusted);
b.abort('why'); a.abort('late'); console.log(any.reason, a.signal.reason, both.reason);
try { both.throwIfAborted(); } catch (e) { console.log('threw', e); }
console.log(AbortSignal.any([]).aborted, AbortSignal.any([AbortSignal.abort(7)]).reason);
const e = AbortSignal.abort().reason; console.log(e.name, e.message, e.code, e instanceof DOMException, String(e));
