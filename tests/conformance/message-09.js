// Messages of errors: iteration, patterns, names, assignments and classes.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc', sym = Symbol('q');
function g() { return obj; } function p1({ a }) {} function p2([a]) {} function p3({ a: { b } }) {} function p4({ a }, { c }) {} class Foo { #p = 1; get area() { return 1; } static read(o) { return o.#p; } static write(o) { o.#p = 2; } static call(o) { o.#m(); } #m() {} static has(o) { return #p in o; } static wm(o) { o.#m = 1; } }
check(() => { 'use strict'; const o = Object.freeze({ x: 1 }); delete o.x; });
check(() => { 'use strict'; const o = Object.seal({ x: 1 }); delete o.x; });
check(() => { 'use strict'; const o = Object.seal({ x: 1 }); o.y = 1; });
check(() => { 'use strict'; const o = new Foo(); o.area = 5; });
check(() => { 'use strict'; const o = { get v() { return 1; } }; o.v = 5; });
check(() => { 'use strict'; const o = Object.defineProperty({}, 'ro', { value: 1 }); o.ro = 2; });
check(() => { 'use strict'; const o = Object.defineProperty(new Foo(), 'ro', { value: 1 }); o.ro = 2; });
check(() => { 'use strict'; undefined = 1; });
check(() => { 'use strict'; Infinity = 1; });
check(() => { 'use strict'; 'abc'.length = 1; });
check(() => { 'use strict'; 'abc'[0] = 'x'; });
check(() => { 'use strict'; 'abc'.foo = 1; });
check(() => { 'use strict'; sym.foo = 1; });
check(() => { 'use strict'; const o = Object.preventExtensions([]); o[0] = 1; });
check(() => { 'use strict'; Math.PI = 3; });
check(() => { 'use strict'; delete Object.prototype; });
check(() => { 'use strict'; delete [].length; });
check(() => { 'use strict'; const o = Object.freeze({ a: { b: 1 } }); o.a.b = 2; o.a = 3; });  check(() => { 'use strict'; const o = Object.freeze({ x: 1 }); o.x++; });
check(() => { 'use strict'; const o = Object.freeze(new Map()); o.x = 2; });
check(() => { 'use strict'; const o = Object.freeze(function ff() {}); o.x = 2; });
check(() => { 'use strict'; const o = Object.freeze(class Q {}); o.x = 2; });  check(() => { 'use strict'; arguments.callee; });
check(() => { const o = Object.defineProperty({}, 'x', { value: 1 }); Object.defineProperty(o, 'x', { value: 2 }); });
check(() => Object.defineProperty(1, 'x', {}));
check(() => Object.defineProperty({}, 'x', 1));
check(() => Object.setPrototypeOf({}, 1));
check(() => Object.setPrototypeOf(Object.freeze({}), {}));
