// Small functions of util.
const util = require('util');
console.log(util.getSystemErrorName(-2), util.getSystemErrorName(-98), util.getSystemErrorName(-12345), util.getSystemErrorMap().get(-13), util.getSystemErrorMap().size > 70);
for (const bad of ['x', 1, -1.5]) { try { util.getSystemErrorName(bad); } catch (e) { console.log(e.code, e.message); } }
console.log(util.stripVTControlCharacters('\u001b[31mred\u001b[39m plain'), JSON.stringify(util.styleText('bold', 'x')), JSON.stringify(util.styleText(['red', 'underline'], 'y')));
try { util.styleText('nocolor', 'x'); } catch (e) { console.log(e.code, e.message.slice(0, 60)); }
console.log(util.parseEnv('A=1\nB = two words # c\nexport C="x\\ny"\nD=\'a#b\'\nE=\n#F=1\n\nG=`q\'"`'));
console.log(util.isDeepStrictEqual({ a: [1, new Map([[1, { b: 2 }]])] }, { a: [1, new Map([[1, { b: 2 }]])] }), util.isDeepStrictEqual([1], ['1']), util.isDeepStrictEqual(new Set([1]), new Set([1, 2])), util.isDeepStrictEqual(NaN, NaN), util.isDeepStrictEqual(0, -0));
function Base() {} Base.prototype.hi = function () { return 'hi'; };
function Derived() {} util.inherits(Derived, Base);
console.log(new Derived().hi(), Derived.super_ === Base, Object.keys(Derived));
try { util.inherits(Derived, null); } catch (e) { console.log(e.code, e.message); }
const log = util.debuglog('unset'); log('nothing %d', 1); console.log(log.enabled);
const t = util.types;
console.log([t.isPromise(Promise.resolve()), t.isRegExp(/x/), t.isDate(new Date()), t.isProxy(new Proxy({}, {})), t.isGeneratorFunction(function* () {}),
  t.isAsyncFunction(async () => {}), t.isMap(new Map()), t.isSetIterator(new Set().values()), t.isTypedArray(new Uint8Array()), t.isUint8Array(Buffer.alloc(1)),
  t.isAnyArrayBuffer(new SharedArrayBuffer(1)), t.isBoxedPrimitive(Object('x')), t.isNativeError(new TypeError()), t.isModuleNamespaceObject({}), t.isArgumentsObject((function () { return arguments; })()),
  t.isExternal({}), t.isSymbolObject(Object(Symbol())), t.isBigInt64Array(new BigInt64Array(1)), t.isDataView(new DataView(new ArrayBuffer(1)))]);
console.log(util.toUSVString(`a${String.fromCharCode(0xd800)}b`));
const old = util.deprecate(() => 'called', 'old is old', 'DEP_X');
process.on('warning', (w) => console.log(w.name, w.code, w.message));
console.log(old(), old());
util.callbackify(async (x) => x * 2)(4, (err, v) => console.log(err, v));
util.callbackify(async () => { throw null; })((err) => console.log(err.message, err.code, err.reason));
util.promisify((x, cb) => cb(null, x + 1))(1).then(console.log);
util.promisify((cb) => cb(new Error('bad')))().catch((e) => console.log(e.message));
console.log(util.format('%s %d %i %f %j %o %O %%', 'a', '4', 4.7, '1.5', { a: 1 }, [1], { b: 2 }), util.format('a', 'b', 3), util.formatWithOptions({ compact: false }, '%O', { a: 1 }));
console.log(util.inspect({ a: { b: { c: { d: 1 } } } }, { depth: 0 }), util.inspect('x', { colors: true }), util.inspect(new Map([['k', [1]]]), { compact: false }));
class Money { constructor(n) { this.n = n; } [util.inspect.custom](depth, options, inspect) { return `${options.stylize(this.n, 'number')} EUR ${inspect === util.inspect}`; } }
console.log(new Money(5), [new Money(6)]);
