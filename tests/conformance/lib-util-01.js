const util = require('util');
const { promisify, callbackify, inspect, types } = util;
const cb = (a, b, done) => done(a > b ? new Error('order') : null, a + b, 'more');
promisify(cb)(1, 2).then((v) => console.log('sum', v));
promisify(cb)(3, 2).catch((e) => console.log('err', e.message));
function custom() {} custom[promisify.custom] = async () => 'custom result';
promisify(custom)().then(console.log);
console.log(promisify(cb), promisify(cb).name, promisify(cb).length, promisify(custom) === custom[promisify.custom]);
async function work(x) { if (x < 0) throw null; if (x === 0) throw new Error('zero'); return x; }
const back = callbackify(work);
back(1, (e, v) => console.log('cb', e, v)); back(0, (e, v) => console.log('cb', e.message, v)); back(-1, (e) => console.log('cb', e.code, e.message, e.reason));
console.log(back.name, back.length);
process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('micro'));
for (const f of [() => promisify(1), () => callbackify({}), () => back(1), () => util.inherits(null, 1), () => util.inherits(function () {}, {}), () => util.styleText('nope', 'x'), () => util.format('%s %d %i %f %j %o %O %%', 'a', 1.5, 2.7, '3.5', { a: 1 }, [1], { b: { c: {} } }, 'extra'), () => util.getSystemErrorName(-2), () => util.getSystemErrorName(1), () => util.stripVTControlCharacters('\u001b[31mred\u001b[0m'), () => util.styleText(['bold', 'red'], 'hi'), () => util.toUSVString('a' + String.fromCharCode(0xd800) + 'b')]) {
  try { console.log(JSON.stringify(f())); } catch (e) { console.log(e.name, e.code, e.message); }
}
console.log(inspect({ a: { b: { c: { d: 1 } } } }, { depth: 0 }), inspect('x', { colors: true }), inspect(new Map([[{ a: 1 }, 'b']]), { compact: false }), inspect([1, 2, 3], { maxArrayLength: 1 }));
console.log(util.formatWithOptions({ colors: true }, 'x %o', 1), util.isDeepStrictEqual({ a: [1, new Set([1])] }, { a: [1, new Set([1])] }), util.isDeepStrictEqual([1], ['1']));
class Money { constructor(n) { this.n = n; } [inspect.custom](depth, options, inspect) { return `Money<${inspect(this.n, options)}> ${depth}`; } }
console.log(new Money(5), [new Money({ x: 1 })], inspect.custom);
function Old() {} function Base() {} Base.prototype.hi = () => 'hi'; util.inherits(Old, Base); console.log(new Old().hi(), Old.super_ === Base);
console.log(util.inspect.defaultOptions, inspect.styles);
