// Messages of errors: iteration, patterns, names, assignments and classes.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc', sym = Symbol('q');
function g() { return obj; } function p1({ a }) {} function p2([a]) {} function p3({ a: { b } }) {} function p4({ a }, { c }) {} class Foo { #p = 1; get area() { return 1; } static read(o) { return o.#p; } static write(o) { o.#p = 2; } static call(o) { o.#m(); } #m() {} static has(o) { return #p in o; } static wm(o) { o.#m = 1; } }
check(() => Object.create(1));
check(() => Object.create());
check(() => Object.keys(u));
check(() => Object.entries(n));
check(() => Object.assign(u, {}));
check(() => Object.fromEntries(5));
check(() => Object.getPrototypeOf(u));
check(() => Object.getOwnPropertyNames(n));
check(() => Object.prototype.toString.call(u).foo());
check(() => Foo.read(u));
check(() => 'a' in 'str');
check(() => 'a' in 5);
check(() => sym in u);
check(() => num in str);
check(() => obj instanceof 5);
check(() => obj instanceof obj);
check(() => obj instanceof u);
check(() => obj instanceof str);
check(() => 'length' in null);
check(() => arr in str);
check(() => { const key = 'kk'; return key in 'abc'; });
