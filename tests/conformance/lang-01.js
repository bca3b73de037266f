const L = console.log;
function* g(n) { try { for (let i = 0; ; i++) yield i; } finally { L('closed', n); } }
{ const [a, b] = g('d1'); L(a, b); }
{ const [a, ...r] = (function* () { try { yield 1; yield 2; } finally { L('fin'); } })(); L(a, r); }
{ const [] = g('empty'); const [, , x] = g('hole'); L(x); }
try { const [a = (() => { throw new Error('def'); })()] = (function* () { try { yield undefined; } finally { L('fin def'); } })(); } catch (e) { L(e.message); }
let o = {}; [o.a, o.b] = g('assign'); L(o); ({ x: o.q = 5, ...o.rest } = { y: 1, z: 2 }); L(o);
for (const [k, v] of new Map([[1, 2], [3, 4]])) L(k, v);
for (const x of g('break')) { if (x > 1) break; }
lab: for (const x of g('o')) for (const y of g('i')) { if (y > 0) continue lab; if (x > 0) break lab; }
(function () { for (const x of g('ret')) return x; })();
try { for (const x of g('thr')) throw new Error('t'); } catch (e) { L(e.message); }
L(Array.from(g2(), (x) => x * 2), [...g2()], Math.max(...g2()), new Set(g2()).size, Object.fromEntries([['a', 1]])); function* g2() { yield* [1, 2, 3]; return 4; }
const it = g2(); L(it.next(), it.return(7), it.next(), it[Symbol.toStringTag], it[Symbol.iterator]() === it);
const t = (function* () { try { const r = yield 1; L('r', r); } catch (e) { L('c', e); yield 'after'; } finally { L('f'); } })(); L(t.next(), t.throw('E'), t.next());
try { g2().throw(new Error('first')); } catch (e) { L(e.message); }
const run = (function* () { run.next(); })(); try { run.next(); } catch (e) { L(e.name, e.message); }
L((() => { try { return 'try'; } finally { L('finally'); } })(), (() => { try { throw 1; } catch { return 'c'; } finally { return 'f'; } })(), (() => { for (;;) { try { return 1; } finally { break; } } return 2; })());
const arr = [3, 1, 2]; L(arr.toSorted?.(), arr.toReversed?.(), arr.with?.(0, 9), arr.toSpliced?.(0, 1), arr.at(-1), arr.findLast((x) => x > 1), arr.findLastIndex((x) => x > 5), [1, [2, [3]]].flat(Infinity), arr.includes(NaN), Object.groupBy ? Object.groupBy(arr, (x) => x > 1) : 'none', 'abc'.at(-1), 'aXbX'.replaceAll('X', '-'), 'a'.padStart(3, '*'), [1, 2, 3].copyWithin(0, 1));
class A { static #c = 0; static inc() { return ++A.#c; } #x = 1; get x() { return this.#x; } set x(v) { this.#x = v; } static { L('static block', this.name); } has(o) { return #x in o; } static async *gen() { yield 1; } ['comp' + 1]() { return 'computed'; } accessor = 5; static s = this.name + '!'; }
L(A.inc(), A.inc(), new A().x, new A().has({}), new A().comp1(), A.s, Object.getOwnPropertyNames(A.prototype));
class B extends A { constructor() { super(); this.y = super.x; } toString() { return `B(${super.toString()})`; } get [Symbol.toStringTag]() { return 'BB'; } } L(`${new B()}`, new B() instanceof A, Object.prototype.toString.call(new B()), new.target === undefined);
L([..."a😀b"].length, '😀'.codePointAt(0), String.raw`a\n${1}`, ((s, ...v) => s.raw.join('|') + v)`x${1}y${2}z`, 'ß'.toUpperCase(), 'İ'.toLowerCase().length, 'a\u0301'.normalize('NFC').length, 'b'.localeCompare('a'));
L(0.1 + 0.2, (25).toString(36), (255).toString(16), (1e21).toLocaleString(), (1234.5).toFixed(1), (0.000001234).toExponential(2), (123.456).toPrecision(4), Number('0x1f'), Number(' 12 '), Number(''), parseInt('12px'), parseFloat('.5e1x'), 1 / 3, -0, 2 ** 53, 5 % -3, -5 % 3, 7 >>> 1, -7 >> 1, ~5, 1n << 65n, -7n / 2n, BigInt.asUintN(8, 257n));
L(new Date(0).toISOString(), new Date(2020, 0, 31, 12).toString(), new Date('2020-02-30').getTime(), Date.UTC(2020, 1, 29), new Date(2020, 1, 29).toLocaleDateString('en-US'), new Date(0).toJSON(), JSON.stringify({ d: new Date(0), u: undefined, f() {}, n: NaN, i: Infinity, nested: { toJSON() { return 'tj'; } }, s: Symbol('x'), b: [undefined, () => {}] }), JSON.stringify({ a: [1, { b: 2 }] }, null, 2), JSON.parse('[1,{"a":null}]', (k, v) => (v === null ? 'N' : v)), JSON.stringify('\u2028'));
L('2020-01-02'.match(/(?<y>\d+)-(?<m>\d+)/).groups.y, 'aBc'.replace(/b/i, (m, o) => m + o), 'x1y2'.split(/\d/), [...'a1b2'.matchAll(/[a-z](\d)/g)].map((m) => m[1]), /(?<=\$)\d+/.exec('a$42')[0], 'a-b'.replace(/(\w)-(\w)/, '$2-$1'), /a.c/s.test('a\nc'), /^\p{L}+$/u.test('éa'), 'abc'.search(/c/), /(a)|(b)/.exec('b'), /x/y.sticky, 'aaa'.lastIndexOf('a'));
