// Messages of errors: iteration, patterns, names, assignments and classes.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc', sym = Symbol('q');
function g() { return obj; } function p1({ a }) {} function p2([a]) {} function p3({ a: { b } }) {} function p4({ a }, { c }) {} class Foo { #p = 1; get area() { return 1; } static read(o) { return o.#p; } static write(o) { o.#p = 2; } static call(o) { o.#m(); } #m() {} static has(o) { return #p in o; } static wm(o) { o.#m = 1; } }
check(() => { const { ...r } = u; });
check(() => { const { a: { b } } = {}; });
check(() => { const { a: { b } = n } = {}; });
check(() => { let a; ({ a } = u); });
check(() => { let a; ({ a } = n); });
check(() => { const { [str]: a } = u; });
check(() => { const { ['x']: a } = u; });
check(() => { const { 'k-1': a } = u; });
check(() => { const { 0: a } = u; });
check(() => { const [{ a }] = []; });
check(() => { const { a } = arr[7]; });
check(() => { const { a } = str.zz; });
check(() => { const { data } = (() => u)(); });
check(() => { for (const { a } of [n]); });
check(() => { const c = 1; c = 2; });
check(() => { const c = 1; c++; });
check(() => { const c = 1; c += 1; });
check(() => { for (const i = 0; i < 2; i++); });
check(() => { Foo = 1; });
check(() => { x; let x = 1; });
check(() => { new K(); class K {} });
check(() => { typeof x; let x; });
check(() => { let z = z + 1; });
check(() => { 'use strict'; const o = Object.freeze({ x: 1 }); o.x = 2; });
check(() => { 'use strict'; const o = Object.freeze([1]); o[0] = 2; });
check(() => { 'use strict'; const o = Object.freeze([1]); o.push(2); });
