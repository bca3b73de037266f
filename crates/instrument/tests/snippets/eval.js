//# completion values [script]
5
//# completion of declarations [script]
1; var x = 2
//# completion of let and const [script]
'before'; let a1 = 1; const b1 = 2
//# completion of functions and classes [script]
'before'; function f1() {} class A1 {}
//# completion of a class alone [script]
class A2 { static x = 1 }
//# completion of if [script]
if (1) { 5 }
//# completion of if without a value [script]
7; if (0) { 5 }
//# completion of if with an empty block [script]
7; if (1) { }
//# completion of else [script]
if (0) 1; else 'else'
//# completion of do [script]
do 5; while (0)
//# completion of an empty do [script]
7; do ; while (0)
//# completion of do with a declaration [script]
7; do { var z = 1 } while (0)
//# completion of while [script]
var i2 = 0; while (i2 < 3) i2++
//# completion of while that does not run [script]
7; while (0) 5
//# completion of while with a declaration [script]
var i3 = 1; 'v'; while (i3--) var y3 = 1
//# completion of for [script]
for (var i4 = 0; i4 < 2; i4++) 'i' + i4
//# completion of an empty for [script]
7; for (var i5 = 0; i5 < 2; i5++);
//# completion of for in and of [script]
for (const k of [1, 2]) { k * 2 }
//# completion of for of with break [script]
for (const k of [1, 2]) { k * 2; if (k == 1) break }
//# completion of for with continue [script]
for (const k in { a: 1, b: 2 }) { k; continue }
//# completion of a block with break [script]
a: { 1; break a }
//# completion of a block with break and a declaration [script]
a: { 1; var q = 2; break a; 3 }
//# completion of an empty block [script]
9; { }
//# completion of a block [script]
{ 1; { 2 } }
//# completion of switch [script]
switch (1) { case 1: 'one'; case 2: 'two'; break; default: 'none' }
//# completion of switch without a value [script]
7; switch (1) { case 2: 5 }
//# completion of switch with break alone [script]
7; switch (1) { case 1: break }
//# completion of try [script]
try { 1 } finally { 2 }
//# completion of catch [script]
try { throw 1 } catch (e) { 'caught' + e }
//# completion of try with an empty catch [script]
7; try { throw 1 } catch { }
//# completion of finally with break [script]
a: try { 1 } finally { 2; break a }
//# completion of with [script]
with ({ x: 5 }) x
//# completion of a label and an empty statement [script]
3;;; l: ;
//# completion of a directive [script]
'use strict'
//# completion of a directive and a declaration [script]
'use strict'; var s = 1
//# completion of a directive and an expression [script]
'use strict'; 1 + 1
//# completion of an object in parentheses [script]
({ a: 1 })
//# completion of something that looks like an object [script]
{ a: 1 }
//# completion of a comma [script]
1, 2
//# completion of an assignment [script]
x9 = 5
//# completion of a function expression [script]
(function () { return 1 })
//# completion of an arrow [script]
x => x
//# completion of yield and await as names [script]
var yield, await; yield
await
//# completion of a throw [script]
throw new Error('thrown')
//# completion of debugger [script]
3; debugger
//# completion of nothing [script]

//# completion of a comment [script]
// nothing
//# completion of nested ifs and loops [script]
for (var a8 = 0; a8 < 3; a8++) if (a8 == 1) { 'one'; continue } else { 'other' }
//# completion of a template [script]
`t${1}`
//# completion of a hashbang [script]
#!ignored
6
//# completion after calls [script]
function f7() { return 'f' } f7(); var y7 = f7()
//# direct eval
var x = 'outer'
function f() { var x = 'inner'; return [eval('x'), (0, eval)('x = typeof x'), eval('var y = 3; y'), y, eval('1;2'), eval('if (1) { 5 }'), eval('')] }
console.log(f())
//# direct eval of non-strings
console.log(eval(5), eval({ a: 1 }), eval(), eval(undefined, 1), eval(...['1 + 1']), eval('2', console.log('second')))
//# direct eval in strict code
'use strict'
function f() { eval('var z = 1'); return typeof z }
console.log(f(), eval('this === undefined'), (() => eval('typeof this'))())
//# direct eval sees this, arguments, new.target and super
class A { m() { return 'A' } }
class B extends A { m() { return eval('super.m() + this.v') } v = eval('1 + 1') }
console.log(new B().m())
function f() { return [eval('arguments.length'), eval('typeof new.target'), eval('this.q')] }
console.log(f.call({ q: 1 }, 1, 2))
//# direct eval declares
function f() { eval('function g() { return 1 } var v = 2; let w = 3; class C {}'); return [typeof g, v, typeof w, typeof C] }
console.log(f())
//# eval under other names
const e = eval, o = { eval }
var v = 1
console.log(e('typeof v'), (0, eval)('typeof v'), o.eval('typeof v'), globalThis.eval('this === globalThis'), eval?.('typeof v'), window())
function window() { return [eval].map(f => f('1 + 1')) }
//# eval as a shadowed name
function f(eval) { return eval('x') }
console.log(f(x => x + '!'))
{ const o = { eval: x => x }; with (o) console.log(eval('y')) }
//# eval as a value
console.log(typeof eval, eval.name, eval.length, eval === globalThis.eval, [eval] == eval, new Set([eval, eval]).size)
//# eval that throws
try { eval('(') } catch (e) { console.log(e.name) }
try { eval('null.x') } catch (e) { console.log(e.message) }
try { new eval('1') } catch (e) { console.log(e.name) }
//# new Function
const f = new Function('a', 'b', 'return a + b'), g = Function('return this')
console.log(f(1, 2), g() === globalThis, f.length, f.name, f.toString())
console.log(new Function('...a', 'return a.length')(1, 2), new Function('{ x = 1 } = {}', 'return x')())
//# toString of new Function
console.log(String(new Function()), String(new Function('a', '')), String(Object.getPrototypeOf(async () => {}).constructor('await 1')))
