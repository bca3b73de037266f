//# arrows with all sorts of bodies
console.log([x => x, x => ({ x }), x => [x], x => (x, 1), x => x ? 1 : 2, x => y => x + y].map(f => typeof f(1)))
const f = x => x in { a: 1 }, g = (x) => /a/.test(x), h = () => void 0, k = () => `t`, l = (x) => x = 5
console.log(f('a'), g('a'), h(), k(), l(1))
//# arrows with line ends in their bodies
const f = x =>
  x + 1
const g = x => // comment
  ({ a: x })
const h = (
  a,
  b
) => a
  + b
console.log(f(1), g(2), h(1, 2))
//# an arrow in a for loop's head
for (var f = x => ('a' in x), i = 0; i < 1; i++) console.log(f({ a: 1 }))
for (let g = () => { return 'b' in { b: 1 } }; ;) { console.log(g()); break }
//# arrows keep this, arguments and new.target
function F() { return (() => [this.v, arguments[0], typeof new.target])() }
console.log(F.call({ v: 1 }, 2))
console.log(new (function () { this.a = (() => new.target === undefined)() })().a)
//# immediately called functions
(function () { console.log('a') })();
(function () { console.log('b') }());
!function () { console.log('c') }();
(() => { console.log('d') })();
(async () => { console.log('e') })();
void function () { console.log('f') }();
new function () { console.log('g') };
//# default parameters
function f(a, b = a + 1, c = (() => b * 2)(), d = function () { return c }()) { return [a, b, c, d] }
console.log(f(1), f(1, 5))
const g = ({ a = 1, b: { c } = { c: 2 } } = {}, [d = 3] = []) => [a, c, d]
console.log(g(), g({ a: 5 }))
function h(a = (() => { throw new Error('default') })()) {}
try { h() } catch (e) { console.log(e.message) }
function k(a = this.v) { return a }
console.log(k.call({ v: 8 }))
//# a parameter's scope is apart from the body's
var x = 'outer'
function f(a = () => x) { var x = 'inner'; return a() }
console.log(f())
function g(a, b = () => a) { a = 2; return b() }
console.log(g(1))
function h(a, b = () => a) { var a; return [a, b()] }
console.log(h(1))
//# rest and spread
const f = (...a) => a.length
console.log(f(...[1, 2], 3, ...'ab'), Math.max(...[1, 5]), [...[1], ...new Set([2])], { ...{ a: 1 }, b: 2 })
//# getters and setters
const o = { _v: 1, get v() { console.log('get'); return this._v }, set v(x) { console.log('set', x); this._v = x } }
o.v++
o.v += 2
console.log(o.v)
//# methods and super
const base = { hi() { return 'base ' + this.n } }
const o = { __proto__: base, n: 1, hi() { return super.hi() + '!' }, get x() { return super.hi() }, async y() { return super.hi() }, z: () => 1 }
console.log(o.hi(), o.x)
o.y().then(v => console.log(v))
//# recursion
const fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2)
function fact(n) { return n ? n * fact(n - 1) : 1 }
console.log(fib(15), fact(10))
//# closures and counters
function counter() { let n = 0; return { inc() { return ++n }, get value() { return n } } }
const c = counter()
c.inc(); c.inc()
console.log(c.value)
//# generators
function* g() { const a = yield 1; console.log('a', a); try { yield a * 2 } finally { console.log('finally') } return 3 }
const i = g()
console.log(i.next('lost'), i.next(5), i.return(9), i.next())
console.log([...g()])
//# generators with delegation
function* a() { const r = yield* b(); console.log('r', r); yield* [10, 20] }
function* b() { try { yield 1; yield 2 } catch (e) { console.log('caught', e); yield 'recovered' } return 'b' }
const i = a()
console.log(i.next(), i.throw('err'), i.next(), i.next(), i.next(), i.next())
//# generator as a method, expression and with default
const o = { *g(x = 1) { yield x; yield* this.h() }, h: function* () { yield 'h' } }
console.log([...o.g()], [...o.g(5)])
class A { static *s() { yield 1 } *[Symbol.iterator]() { yield 2 } }
console.log([...A.s()], [...new A()])
//# yield in all sorts of places
function* g() {
  console.log([yield, yield 'b'], { a: yield 'c', [yield 'd']: 1 })
  console.log(`${yield 'e'}`, (yield 'f') + 1, !(yield 'g'))
  if (yield 'h') for (const x of yield 'i') console.log(x)
  switch (yield 'j') { case yield 'k': console.log('same') }
  const { x = yield 'l' } = {}
  return yield yield x
}
const i = g()
let r = i.next(), n = 0
const answers = [1, 2, 3, 'key', 'E', 5, 0, true, [7], 4, 4, 'X', 'Y', 'Z']
while (!r.done) { console.log('yielded', r.value); r = i.next(answers[n++]) }
console.log(r)
//# yield with an arrow and with regular expressions
function* g() { yield x => x * 2; yield /a/g; yield
/b/g; yield function () {} }
for (const v of { [Symbol.iterator]: g }) console.log(typeof v)
//# a generator that throws
function* g() { yield 1; throw new Error('g') }
try { for (const x of g()) console.log(x) } catch (e) { console.log(e.message) }
const i = g()
i.next()
try { i.throw(new Error('t')) } catch (e) { console.log(e.message) }
//# new.target and instanceof
function F() { return new.target ? this : 'called' }
console.log(F(), new F() instanceof F)
class A { constructor() { console.log(new.target.name) } }
class B extends A {}
new B()
//# constructors that return
function F() { this.a = 1; return { b: 2 } }
function G() { this.a = 1; return 5 }
class H { constructor() { this.a = 1; return } }
console.log(new F(), new G(), new H())
//# tagged templates
function tag(s, ...v) { return [s, s.raw, v, Object.isFrozen(s)] }
console.log(tag`a${1}b${tag`c`}\n`)
const f = () => tag`x${1}`
console.log(f()[0] === f()[0])
console.log(tag`\unicode and \xerxes`[0])
const o = { t() { return this.v }, v: 1 }
console.log(o.t`x`, new (class { constructor(s) { this.s = s } })`y`)
//# templates with nested functions
const f = n => `<${n > 0 ? `[${f(n - 1)}]` : (() => { return 'end' })()}>`
console.log(f(2), `${[1, 2].map(x => `${x}!`)}`, `a
b`)
//# optional chains
const o = { a: { f() { return this === o.a } }, n: null }
console.log(o?.a?.f(), o.n?.x.y.z(), o.zz?.(), o?.['a'].f?.(), delete o?.n, (o?.a).f())
//# operators that short circuit
let a = null, n = 0
a ??= (n++, 'x')
a ??= (n++, 'y')
const r = a && n++ || n++
console.log(a, n, r, null ?? 'd', 0 || 'e', 1 && 2)
//# comma, void, typeof, delete, in
console.log((1, 2), void 0, typeof zzz, delete {}.x, 'a' in { a: 1 }, -(-1), +'2', ~1, !0)
//# exponent, big integers, numeric separators
console.log(2 ** 3 ** 2, (-2) ** 2, 2n ** 64n, 1_000, .5.toFixed(1), 5..toString(), 0x1F, 0b11, 0o17, 010)
//# calls keep their this
const o = { f() { return this === o }, g: () => typeof this }
console.log(o.f(), (o.f)(), (0, o.f)(), (o?.f)(), o['f'](), o.g())
//# evaluation order
const log = x => (console.log(x), x)
log(1) + log(2) * log(3)
log({ a: log(4), [log('k')]: log(5) }).a
const o = {}
o[log('p')] = log(6)
log(f)(log(7), ...log([8]))
function f() {}
//# functions are compared and shadowed
function f() { return 1 }
function f() { return 2 }
var g = f
{ let f = () => 3; console.log(f()) }
console.log(f(), g === f)
//# toString of functions that are not ours
console.log(Math.max.toString(), (function () {}).bind().toString(), console.log.toString().length > 0)
//# a caller with many arguments
console.log(((a, b, c, d, e, f, g) => g)(1, 2, 3, 4, 5, 6, 7), (function () { return arguments.length })(...Array(300)))
//# errors have their place
function a() { b() }
const b = () => { c.d() }
const c = { d() { throw new Error('deep') } }
a()
//# errors have their place in expressions
const f = x => x.y.z, o = { get g() { return f({}) } }
console.log([1, 2].map(n => n + 1)); [3].forEach(x => o.g)
//# errors have their place after awaits
async function f() { await 1; const x = await g(); return x }
async function g() { await null; throw new TypeError('late') }
f()
//# errors have their place in generators and classes
class A { x = this.f(); static s = 1; f() { for (const v of this.g()) if (v) return v }
  *g() { yield 0; yield this.h(1) }
  h = (a) => { switch (a) { case 1: null.boom } } }
class B extends A { constructor() { super(); this.h(1) } }
try { new A() } catch (e) { console.log(e.message) }
A.prototype.h = a => { if (a) throw new RangeError('r'); return 1 }
new B()
