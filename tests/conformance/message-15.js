// Messages of errors: functions of the language.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc', sym = Symbol('q'), big = 10n; class Foo {}
check(() => { const a = new Foo(); a.list = [{ owner: a }]; JSON.stringify(a); });
check(() => { const a = { x: 1 }; const b = { a }; a.b = b; JSON.stringify({ top: b }); });
check(() => { const a = { p: { q: { r: { s: { t: {} } } } } }; a.p.q.r.s.t.z = a; JSON.stringify(a); });
check(() => { const a = Object.create(null); a.m = a; JSON.stringify(a); });
check(() => JSON.stringify({ toJSON() { throw new Error('x'); } }));
check(() => { const a = {}; a['a b'] = a; JSON.stringify(a); });
check(() => new Map(5));
check(() => new Set(5));
check(() => new Set(true));
check(() => new Map({}));
check(() => new Map().forEach());
check(() => Date.prototype.getTime.call({}));
check(() => new Date(NaN).toISOString());
check(() => new Date('x').toISOString());
check(() => new Date(8.64e15 + 1).toISOString());
check(() => new Proxy({}, n));
check(() => new Proxy(1, {}));
check(() => Proxy.revocable(1));
check(() => { const it = { [Symbol.iterator]: 5 }; for (const x of it); });
check(() => { function* gen() { yield* 5; } [...gen()]; });
check(() => { function* gen() { yield* u; } gen().next(); });
check(() => { const G = function* () {}; new G(); });
check(() => { function f() { f(); } f(); });
check(() => { const o = { toString() { return {}; } }; `${o}`; });
check(() => { const o = { valueOf() { return {}; }, toString() { return {}; } }; o + 1; });
