class P { x = 1; #y = 2; get z() { return 3; } }
const shared = { s: 1 }; const o = { a: shared, b: shared, p: new P(), e: new RangeError('r', { cause: 'c' }), u: undefined, n: -0, big: 10n, re: /x/gi, set: new Set([1, [2]]), hole: [1, , 3], num: new Number(4), bytes: new Uint8Array([1, 2]) };
const c = structuredClone(o); console.log(c.a === c.b, c.a !== shared, c.p, c.e instanceof RangeError, c.e.message, c.e.cause, c.u, Object.is(c.n, -0), c.big, c.re, c.set, c.hole, c.num, c.bytes);
for (const v of [Symbol('s'), () => 1, class A {}, Promise.resolve(), new WeakMap(), { f() {} }]) try { structuredClone(v); } catch (e) { console.log(e.name, e.message); }
const ab = new ArrayBuffer(4); const t = structuredClone({ ab }, { transfer: [ab] }); console.log(ab.byteLength, t.ab.byteLength);
try { structuredClone(); } catch (e) { console.log(e.code, e.message); }
