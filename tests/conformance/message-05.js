// Messages of errors: what is called, constructed or read.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc';
function g() { return obj; } class Foo { m() {} static s() {} } const sym = Symbol('s');
check(() => { class B extends obj {} });
check(() => { class B extends str {} });
check(() => { class B extends (() => {}) {} });
check(() => { function P() {} P.prototype = 3; class B extends P {} });
check(() => Map());
check(() => Set());
check(() => Promise());
check(() => Promise.resolve.call(1));
check(() => new Promise());
check(() => new Promise(5));
check(() => new Promise({}));
check(() => WeakMap());
check(() => Proxy());
check(() => ArrayBuffer(1));
check(() => DataView());
