// Messages of errors: iteration, patterns, names, assignments and classes.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc', sym = Symbol('q');
function g() { return obj; } function p1({ a }) {} function p2([a]) {} function p3({ a: { b } }) {} function p4({ a }, { c }) {} class Foo { #p = 1; get area() { return 1; } static read(o) { return o.#p; } static write(o) { o.#p = 2; } static call(o) { o.#m(); } #m() {} static has(o) { return #p in o; } static wm(o) { o.#m = 1; } }
check(() => { for (const x of u) ; });
check(() => { for (const x of num) ; });
check(() => { for (const x of obj) ; });
check(() => { for (const x of obj.a) ; });
check(() => { for (const x of g()) ; });
check(() => { for (const x of {}) ; });
check(() => { for (const x of n) ; });
check(() => { for (const [k, v] of [1]) ; });
check(() => { for (const { k } of [u]) ; });
check(() => { for (const x of undefined) ; });
check(() => { for (const [k, v] of obj) ; });  check(() => [...u]);
check(() => [...num]);
check(() => [...obj]);
check(() => [...g()]);
check(() => Math.max(...u));
check(() => Math.max(1, ...u));
check(() => [...undefined]);
check(() => Math.max(...undefined));
check(() => { const [a] = u; });
check(() => { const [a] = num; });
check(() => { const [a] = obj; });
check(() => { const [a] = {}; });
check(() => { const [a] = g(); });
