// A stack that is written, cut, captured.
const e = new Error('x'); e.stack = 'mine';
console.log(e.stack, Object.keys(e), e);
Error.stackTraceLimit = 0; console.log(new Error('no frames').stack, [new Error('in array')]);
Error.stackTraceLimit = 1; console.log(new Error('one').stack.split('\n').length);
const o = {}; Error.captureStackTrace(o); console.log(typeof o.stack, o.stack.split('\n')[0], Object.keys(o));
const named = { name: 'N', message: 'm' }; Error.captureStackTrace(named); console.log(named.stack.split('\n')[0]);
class Http extends Error { constructor(status) { super(`status ${status}`); Error.captureStackTrace(this, Http); this.status = status; } }
const h = new Http(404); console.log(h.message, h.status, h.stack.split('\n')[0], h.stack.includes('new Http'));
try { Error.captureStackTrace(5); } catch (error) { console.log(error.name, error.message); }
function outer() { return inner(); } function inner() { return new Error('deep'); }
Error.stackTraceLimit = 10;
const names = outer().stack.split('\n').slice(1, 4).map((l) => l.trim().split(' ')[1]);
console.log(names);
