// Messages of errors: what is called, constructed or read.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc';
function g() { return obj; } class Foo { m() {} static s() {} } const sym = Symbol('s');
check(() => (true ? u : n)());
check(() => (u, n)());
check(() => (a => a)(1)());
check(() => (-num)());
check(() => (!num)());
check(() => (typeof num)());
check(() => (num + 1)());
check(() => (num === 1)());
check(() => (num++)());
check(() => this.foo());
check(() => globalThis.foo());
check(() => obj.f(...arr)());
check(() => obj?.zz());
check(() => obj.zz?.foo());
check(() => obj.nested?.foo());
check(() => obj?.['a']());
check(() => obj.a?.());
check(() => Math.foo());
check(() => JSON.foo());
check(() => console.lag());
check(() => Promise.foo());
check(() => str.push(1));
check(() => num.toUpperCase());
check(() => arr.forEach2(x => x));
check(() => document.x);
