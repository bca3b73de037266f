// Messages of errors: iteration, patterns, names, assignments and classes.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc', sym = Symbol('q');
function g() { return obj; } function p1({ a }) {} function p2([a]) {} function p3({ a: { b } }) {} function p4({ a }, { c }) {} class Foo { #p = 1; get area() { return 1; } static read(o) { return o.#p; } static write(o) { o.#p = 2; } static call(o) { o.#m(); } #m() {} static has(o) { return #p in o; } static wm(o) { o.#m = 1; } }
check(() => { const [a] = undefined; });
check(() => { const [a] = null; });
check(() => { let a; [a] = u; });
check(() => { let a; [a] = obj; });
check(() => { const [a] = obj.zz; });
check(() => { const [a, b] = 5; });
check(() => p2());
check(() => p2({}));
check(() => p2(n));
check(() => p1());
check(() => p1(n));
check(() => p3({}));
check(() => p4({}));
check(() => p4());
check(() => (({ a }) => a)());
check(() => (([a]) => a)());
check(() => [1].map(({ a }) => a));
check(() => [u].map(({ a }) => a));
check(() => [n].forEach(([a, b]) => a));
check(() => { const { a } = u; });
check(() => { const { a } = n; });
check(() => { const { a } = undefined; });
check(() => { const { a } = obj.zz; });
check(() => { const { a, b } = g().zz; });
check(() => { const {} = u; });
