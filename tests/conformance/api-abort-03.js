// a signal's timeout does not keep the process alive; it is a timer
const s = AbortSignal.timeout(20); s.addEventListener('abort', () => console.log('timed out', s.reason.name, s.reason.message, s.reason.code));
setTimeout(() => console.log('after', s.aborted), 400); console.log(s.aborted);
const never = AbortSignal.timeout(5000); never.onabort = () => console.log('never');
const ac = new AbortController(); const t = new EventTarget();
t.addEventListener('x', () => console.log('x'), { signal: ac.signal }); t.dispatchEvent(new Event('x')); ac.abort(); t.dispatchEvent(new Event('x'));
