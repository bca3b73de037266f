//# names of anonymous functions from declarations
const a = () => {}, b = function () {}, c = class {}, d = async () => {}, e = function* () {}
let f = (() => {}), g = (function () {}), h = (0, () => {})
console.log([a, b, c, d, e, f, g, h].map(f => f.name))
//# names from assignments
let a, b, o = {}
a = () => {}
b = function () {};
o.x = () => {}
o['y'] = function () {}
console.log(a.name, b.name, JSON.stringify(o.x.name), JSON.stringify(o.y.name));
(a) = () => {}
console.log(a.name)
let c = null, d = 1, e = 0
c ??= () => {}
d &&= () => {}
e ||= function () {}
console.log(c.name, d.name, e.name)
//# names from properties
const s = Symbol('sym'), k = 'key'
const o = { a() {}, b: () => {}, c: function () {}, get d() { return 1 }, set d(v) {}, [k]: () => {}, [s]() {}, 1: () => {}, 'x y'() {}, async e() {}, *f() {}, async *g() {}, __proto__: null, h: class { static name = 'own' } }
for (const key of Reflect.ownKeys(o)) {
  const d = Object.getOwnPropertyDescriptor(o, key)
  console.log(String(key), (d.value || d.get).name, d.set && d.set.name, d.value && d.value.length)
}
//# names from defaults
function f(a = () => {}, { b = function () {} } = {}, [c = class {}] = [], ...d) { return [a, b, c].map(f => f.name) }
console.log(f(), f.length, f.name)
const g = (a, b = 1, c) => {}
console.log(g.length)
let x, y
({ x = () => {}, y: y = () => {} } = {})
console.log(x.name, y.name);
[x = () => {}] = []
console.log(x.name)
//# names from class elements
class A {
  a = () => {}
  b = function () {}
  static c = () => {}
  #d = () => {}
  e = class {}
  f = (() => {})
  g = (1, () => {})
  ['h' + 1] = () => {}
  'i j' = () => {}
  static get k() { return 1 }
  static #l() {}
  m() { return [this.#d.name, A.#l.name] }
  static async *n() {}
}
const a = new A()
console.log(a.a.name, a.b.name, A.c.name, a.e.name, a.f.name, a.g.name, a.h1.name, a['i j'].name, a.m())
console.log(A.name, A.length, A.n.name, Object.getOwnPropertyDescriptor(A, 'k').get.name)
//# names from conditionals and sequences are none
const a = true ? () => {} : 0, b = (0, function () {}), c = null ?? (() => {})
console.log(JSON.stringify([a.name, b.name, c.name]))
//# names of returned functions are none
const f = () => () => {}, g = () => function () {}, h = () => class {}
console.log(JSON.stringify([f().name, g().name, h().name, f.name]))
//# name of a function given to another
const name = f => f.name
console.log(JSON.stringify([name(() => {}), name(function x() {}), name(class {}), name(class { static x = 1 })]))
//# name of an awaited and yielded function
async function f() { const a = await (() => {}); console.log(JSON.stringify(a.name)) }
function* g() { const a = yield () => {}; console.log(JSON.stringify(a.name)) }
f()
const i = g()
console.log(JSON.stringify(i.next().value.name))
i.next(() => {})
//# name of a bound function and of new Function
console.log((() => {}).bind().name, (function f() {}).bind().name, new Function('a', 'return a').name)
//# name in with and for
for (const f = () => {}; ;) { console.log(f.name); break }
for (const [f = () => {}] of [[]]) console.log(f.name)
for (let { f = class {} } = {}; ;) { console.log(f.name); break }
//# named function expressions are constant to themselves
const f = function g() { g = 1; return typeof g }
console.log(f())
const h = function g() { 'use strict'; try { g = 1 } catch (e) { return e.message } }
console.log(h())
//# length counts parameters before defaults and rest
console.log(((a, b) => a).length, (function (a, ...b) {}).length, ((a = 1, b) => {}).length, (({ a }, [b]) => {}).length, (class { constructor(a, b) {} }).length)
//# arguments and callee
function f() { return [arguments.length, arguments[0], typeof arguments.callee] }
console.log(f(1, 2))
console.log((function (n) { return n < 2 ? 1 : n * arguments.callee(n - 1) })(5))
function g(a) { arguments[0] = 9; return a }
function h(a) { 'use strict'; arguments[0] = 9; return a }
console.log(g(1), h(1))
const k = () => typeof arguments
console.log(k())
//# own keys of functions stay
function f() {}
console.log(Reflect.ownKeys(f), Reflect.ownKeys(() => {}), Reflect.ownKeys(class { static a = 1 }))
//# a module's default names
const m = { default: () => {} }
console.log(m.default.name)
