//# fields and their order
const log = x => (console.log(x), x)
class A {
  [log('a')] = log(1);
  static [log('b')] = log(2);
  [log('c')]() {}
  static { log('static block') }
  d = log(this.a)
  static e = log(typeof this)
  constructor() { log('constructor') }
}
log('defined')
new A()
//# fields without semicolons
class A {
  a
  b = 1
  static c
  'd' = 2
  5 = 3
  get;
  set;
  static
  async
  get x() { return 4 }
  static async = 5;
  *g() { yield 6 }
}
const a = new A()
console.log(Object.keys(a), a.b, a.x, A.async, [...a.g()])
//# fields with arrows, next line a bracket or star
class A {
  f = x => y => { return 1 };
  ['g'] = () => 2
  h = async () => 3;
  *i() { yield 4 }
}
const a = new A()
console.log(a.f()(), a.g(), typeof a.h, [...a.i()])
//# derived classes
class A { constructor(x) { this.x = x } m() { return 'A.m' } static s() { return 'A.s' } get g() { return 'A.g' } }
class B extends A {
  y = this.x + 1
  constructor() { const five = 5; super(five); console.log(this.y) }
  m() { return super.m() + super['g'] }
  static s() { return super.s() }
  n = () => super.m()
}
const b = new B()
console.log(b.m(), B.s(), b.n(), Object.keys(b))
//# super in a conditional and in an arrow
class A { constructor(v) { this.v = v } }
class B extends A { constructor(x) { if (x) super(1); else { super(2) } } }
class C extends A { constructor() { const s = () => super(3); s(); try { s() } catch (e) { console.log(e.message) } } }
class D extends A { constructor() { return { d: 1 } } }
class E extends A { constructor() { } }
console.log(new B(1).v, new B(0).v, new C().v, new D().d)
try { new E() } catch (e) { console.log(e.message) }
//# this before super
class A { }
class B extends A { constructor() { this.x = 1; super() } }
class C extends A { constructor() { (() => this)(); super() } }
for (const K of [B, C]) try { new K() } catch (e) { console.log(e.name, e.message) }
//# private names
class A {
  #x = 1; static #n = 0; #m() { return this.#x } get #g() { return this.#x * 2 } set #g(v) { this.#x = v }
  static is(o) { return #x in o }
  run() { this.#g = 5; A.#n++; return [this.#m(), this.#g, A.#n, this?.#x] }
  static steal(o) { try { return o.#x } catch (e) { return e.message } }
}
console.log(new A().run(), A.is(new A()), A.is({}), A.steal({}))
//# static blocks
class A { static #p = 1; static { var v = 2; let w = 3; this.sum = A.#p + v + w; try { throw 1 } catch { this.c = true } for (const x of [1]) this.x = x } static { } }
console.log(A.sum, A.c, A.x, typeof v)
//# accessors, static and computed
class A { static get a() { return 1 } static set a(v) { console.log('set', v) } get ['b']() { return 2 } static async c() { return 3 } static async *d() { yield 4 } }
A.a = 5
console.log(A.a, new A().b)
A.c().then(console.log)
//# class expressions
const A = class B { name() { return B.name } static s = () => B }
console.log(A.name, new A().name(), A.s() === A)
console.log(new (class { v = 1 })().v, (class {}).name, class { }.constructor === Function)
//# a class is in its dead zone
try { new A() } catch (e) { console.log(e.message) }
class A { static x = A.name }
console.log(A.x)
try { class C extends C { } } catch (e) { console.log(e.message) }
try { A() } catch (e) { console.log(e.message) }
//# classes extend all sorts of things
const mix = B => class extends B { mixed() { return true } }
class A extends mix(Object) { }
class N extends null { static s = 1 }
class F extends function () { this.f = 1 } { }
class E extends Error { constructor(m) { super(m); this.name = 'E' } }
console.log(new A().mixed(), N.s, new F().f, String(new E('m')), new E() instanceof Error)
//# fields of anonymous classes and functions
class A { c = class { x = 1 }; f = function () { return this }; a = async x => await x; g = function* () { yield 1 }; n = null ?? (() => {}) }
const a = new A()
console.log(a.c.name, a.f() === a, a.a.name, [...a.g()], JSON.stringify(a.n.name))
//# fields with await as a name and arguments of outside
function f() { return class { v = 1; static w = typeof this; [arguments[0]] = 2 } }
console.log(new (f('k'))().k, f('k').w)
//# instance methods called by accessors
class T { constructor(c) { this._c = c } get f() { return this._c * 9 / 5 + 32 } set f(v) { this._c = (v - 32) * 5 / 9 } static from(f) { const t = new T(0); t.f = f; return t } toString() { return `${this.f}F` } [Symbol.toPrimitive](hint) { return hint === 'number' ? this._c : `${this}` + 1 && this.toString() } }
console.log(T.from(212)._c, +new T(100), new T(0).f)
//# getters on prototypes and enumerability
class A { m() { } get g() { return 1 } static s() { } f = 1 }
console.log(Object.keys(A), Object.getOwnPropertyNames(A.prototype), Object.keys(new A()), Object.getOwnPropertyNames(A))
