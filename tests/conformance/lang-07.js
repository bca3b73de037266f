// class/closure/async semantics in Boa
const L = console.log;
(async () => {
  const r = []; for (let i = 0; i < 3; i++) setTimeout(() => { r.push(i); if (i === 2) L('let', r); }, 0);
  var q = []; for (var j = 0; j < 3; j++) setTimeout(() => { q.push(j); if (q.length === 3) L('var', q); }, 0);
  const fns = []; for (const x of [1, 2]) fns.push(() => x); L(fns.map((f) => f())); for (let i = 0, f = () => i; i < 2; i++) fns.push(f); L(fns.map((f) => f()));
  for (let i = 0; i < 2; i++) { let i = 'inner'; L(i); } { function blockFn() { return 'b'; } } L(typeof blockFn);
  async function aw() { try { return await Promise.reject(new Error('rej')); } catch (e) { return 'caught ' + e.message; } finally { L('fin'); } } L(await aw());
  async function noaw() { try { return Promise.reject(new Error('rej2')); } catch (e) { return 'never'; } } L(await noaw().catch((e) => 'outside ' + e.message));
  const o = { async m() { return this === o; }, get async() { return 'ga'; }, async *ag() { yield* [1, 2]; }, async: 1, await: 2, static: 3 }; L(await o.m(), o.async, o.await, o.static); for await (const x of o.ag()) L(x);
  class Base { constructor() { this.init?.(); } static create() { return new this(); } get v() { return 'base'; } } class D extends Base { field = 'f'; init() { this.seen = this.field; } get v() { return super.v + '+d'; } async sup() { return super.v; } *gen() { yield super.v; } arrow = () => super.v; } const d = D.create(); L(d.seen, d.field, d.v, await d.sup(), [...d.gen()], d.arrow(), Object.keys(d));
  const thenable = { then(res, rej) { L('then called'); res(new Promise((r) => setTimeout(r, 1, 'deep'))); } }; L(await thenable);
  L(await Promise.resolve(1).finally(() => 2), await Promise.reject(3).finally(() => {}).catch((x) => x), await Promise.resolve().finally(() => { throw 4; }).catch((x) => x));
  class P2 extends Promise { } L(P2.resolve(1) instanceof P2, P2.resolve(1).then(() => {}) instanceof P2, Promise.resolve(P2.resolve(1)) instanceof P2, await P2.all([1, P2.resolve(2)]), (async () => {})() instanceof P2);
  let res; const pr = new Promise((r) => { res = r; }); res(pr); L(await pr.catch((e) => e.name + ' ' + e.message));
  L(await Promise.allSettled([1, Promise.reject(2)]), await Promise.any([Promise.reject(1), 2]), await Promise.race([new Promise(() => {}), 3]), await Promise.all([]), await Promise.any([]).catch((e) => [e.name, e.errors, e.message]));
  const { a = 1, b: { c = 2, ...rest } = {}, ...others } = { b: { x: 9 }, z: 8 }; L(a, c, rest, others); const f = ({ a, b = a } = {}, [c, ...d] = [1, 2, 3]) => [a, b, c, d]; L(f(), f({ a: 5 }, 'xyz'), f.length);
  L(o?.nope?.[0]?.(), o.nope?.deep.er, delete o?.async, o.zz ??= 'assigned', o.zz ||= 1, o.zz &&= 'and', (o.cnt ??= 0, ++o.cnt), 2 ** 3 ** 2, (-2) ** 2, typeof typeof 1, !!document_());  function document_() { return typeof document !== 'undefined'; }
  const sym = Symbol('desc'); L(sym.description, sym.toString(), Symbol.for('k') === Symbol.for('k'), Symbol.keyFor(Symbol.for('k')), { [sym]: 1 }[sym], Object(sym) == sym);
  const tag = (s, ...v) => s.reduce((acc, x, i) => acc + x + (v[i] ?? ''), ''); L(tag`a${1}b${2}c`, `line1
line2`, `${`nested ${1 + 1}`}`);
  L([1, 2, 3, 4].reduce((a, x) => a + x), [[1, 2], [3]].flatMap((x) => x), [3, 1, 2].sort().reverse().join('-'), Array.from({ length: 3 }, (_, i) => i ** 2), [...'héllo'].reverse().join(''), Object.entries({ a: 1 }).map(([k, v]) => k + v), [1, 2, 3].some((x) => x > 2), [1, 2, 3].every((x) => x > 0), [5, 6].entries().next(), [1, 2, 3].fill(0, 1), 'a,b'.split(','), ' x '.trim() + '|', 'abc'.slice(-2), 'abc'.substring(2, 0), 'x'.concat(1, 2), 'abcabc'.indexOf('c', 3), escape('ä'), encodeURIComponent('ä/'), encodeURI('ä/'), isFinite('5'));
  const g = (function* () { const x = yield 1; try { yield x * 2; } finally { yield 'cleanup'; L('done gen'); } })(); L(g.next('ignored'), g.next(21), g.return('early'), g.next(), g.next());
  const it = { from: 1, to: 3, [Symbol.iterator]() { let c = this.from, t = this.to; return { next: () => (c <= t ? { done: false, value: c++ } : { done: true, value: undefined }), return() { L('it return'); return {}; } }; } }; L([...it], Math.max(...it)); for (const x of it) { if (x === 2) break; } const [first] = it; L(first);
  const ws = new WeakSet([o]); L(ws.has(o), new Map([[1, 'a']]).forEach((v, k) => L(v, k)), new Set('hello').size, new Date(2024, 1, 29, 12, 30).getTime(), new Date('2024-03-10T10:00:00Z').getUTCDay(), Number.MAX_SAFE_INTEGER, Number.EPSILON > 0, 0.1 * 3, 9007199254740993n, parseInt('101', 2), (12.5).toString(2), Math.round(-0.5), Math.round(2.5), Math.sign(-3), Math.trunc(-4.7), Math.hypot(3, 4), Math.cbrt(27), Math.fround(5.5), Math.clz32(1), Math.imul(3, 4), Math.log2(8), Math.expm1(0), Math.atan2(1, 1));
  label: try { try { throw new Error('inner'); } finally { L('inner finally'); } } catch (e) { L('outer', e.message); break label; } finally { L('outer finally'); }
  L((() => { let s = ''; for (const k in { a: 1, b: 2, __proto__: { c: 3 } }) s += k; for (const k in 'ab') s += k; for (const k in [7, 8]) s += k; return s; })(), (() => { let i = 0; do { if (i === 2) continue; if (i === 4) break; } while (++i < 10); return i; })(), [10, 1, 5].toString(), String([null, undefined, [1]]), String({}), `${[]}`, String(Symbol('s')), [,].length, [1, , 2].map((x) => x * 2));
  const proxied = new Proxy(function () { return 'fn'; }, { apply: (t, th, args) => 'applied ' + args, construct: () => ({ made: true }) }); L(proxied(1, 2), new proxied().made, Reflect.has({ a: 1 }, 'a'), Reflect.apply(Math.max, null, [1, 2]), Reflect.getPrototypeOf([]) === Array.prototype, Object.is(-0, 0), Object.isFrozen(Object.freeze({})), Object.getOwnPropertyNames('ab'));
  const buf = new ArrayBuffer(8); const dv = new DataView(buf); dv.setInt16(0, -2); dv.setFloat32(4, 1.5, true); L(new Uint8Array(buf), dv.getInt16(0), new Uint8ClampedArray([300, -5, 1.5]), new Int8Array([200]), Uint8Array.from([1, 2]).map((x) => x * 200), new Float32Array([1.1])[0], new BigInt64Array([5n]), new Uint16Array([1, 2, 3]).subarray(1), [...new Uint8Array([3, 1, 2]).sort()]);
  setTimeout(() => { L('done'); }, 5);
})().catch((e) => L('FAILED', e));
