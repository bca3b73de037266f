//# if without braces
for (const x of [0, 1]) if (x) console.log('yes'); else console.log('no')
if (1) if (0) console.log('a'); else console.log('dangling')
if (0) console.log('a'); else if (1) console.log('b'); else console.log('c')
if (1) var v = 'v'
console.log(v)
//# if with a function, as old programs write it
console.log(typeof f)
if (1) function f() { return 1 }
console.log(typeof f, f())
if (0) function g() {} else function h() {}
console.log(typeof g, typeof h)
//# functions in blocks
console.log(typeof f)
{ console.log(f()); function f() { return 'block' } }
console.log(f())
switch (1) { case 0: function g() { return 'g' } default: console.log(g()) }
//# functions in blocks, strict
'use strict'
{ function f() { return 'block' } console.log(f()) }
console.log(typeof f)
//# labels
a: for (let i = 0; i < 3; i++) { b: for (let j = 0; j < 3; j++) { if (j == 1) continue a; if (i == 2) break a; console.log(i, j) } }
c: { console.log('in'); break c; console.log('never') }
d: e: for (;;) { break d }
f: if (true) { console.log('f'); break f }
g: console.log('g')
h: var x = 1
i: while (x) { x--; continue i }
j: do { if (x++ > 2) break j; continue j } while (true)
console.log(x)
k: function l() {}
m: { function n() {} }
o: try { break o } finally { console.log('finally') }
p: switch (1) { case 1: break p }
q: ;
r: with ({}) { break r }
//# switch
function f(x) { switch (x) { case 1: return 'one'; case 'a': { return 'A' } case 2: case 3: var y = 'few'; default: let z = y || 'other'; return z } }
console.log([1, 2, 3, 4, 'a'].map(f))
switch (console.log('discriminant')) { case console.log('case'): console.log('equal') }
switch (1) { default: console.log('d'); case 2: console.log('2'); break; case 3: console.log('3') }
switch (0) {}
//# closures in switch and loops
const fs = []
for (let i = 0; i < 3; i++) fs.push(() => i)
for (var j = 0; j < 3; j++) fs.push(() => j)
for (const k of [7, 8]) fs.push(() => k)
for (const k in { p: 1, q: 2 }) fs.push(() => k)
for (let i = 0, step = () => i++; i < 2; step()) { fs.push(() => i); if (fs.length > 12) break }
console.log(fs.map(f => f()))
//# loops without braces
let n = 0
while (n < 3) n++
do n--; while (n > 1)
for (let i = 0; i < 2; i++) for (let j = 0; j < 2; j++) console.log(i, j, n)
for (const k in { a: 1, b: 2 }) if (k == 'b') console.log(k)
for (const c of 'ab') switch (c) { case 'a': console.log('A') }
for (var x of [1, 2]) try { if (x == 1) throw x; console.log('no throw') } catch (e) { console.log('caught', e) }
while (n-- > 0) var last = n
console.log(last)
//# loops with declarations only
for (let i = 0; i < 2; i++) { var a; let b; function c() {} class D {} }
for (let i = 0; i < 2; i++) { }
for (let i = 0; i < 2; i++) { ; }
for (let i = 0; i < 2; i++) { let i = 5; console.log(i) }
console.log(typeof a, typeof c)
//# for without parts
let i = 0
for (;;) { if (i++ > 2) break }
for (; i < 6;) i++
for (; ; i++) if (i > 8) break
for (i = 0, j = 0; i < 2; i++, j--);
var j
console.log(i, j)
//# for in order and in an old form
for (var x = 'init' in {}) ;
console.log(x)
for (var [a, b] in { xy: 1 }) console.log(a, b)
const o = {}
for (o.p in { k: 1 }) ;
for (o['q'] of [5]) ;
for ([o.r, o.s = 2] of [[1]]) ;
for ({ t: o.t } of [{ t: 3 }]) ;
console.log(o)
for (const x in (console.log('object'), null)) console.log('never')
//# for of closes its iterator
const it = { [Symbol.iterator]() { let n = 0; return { next: () => ({ value: n++, done: false }), return() { console.log('closed'); return {} } } } }
for (const x of it) { if (x == 2) break }
l: for (;;) { for (const x of it) break l }
function f() { for (const x of it) return x }
console.log(f())
try { for (const x of it) throw 'e' } catch (e) { console.log(e) }
//# tdz in a loop's head
try { for (let x of [x]) ; } catch (e) { console.log(e.message) }
try { for (let x of (() => x)()) ; } catch (e) { console.log(e.message) }
try { { f(); let y = 1; function f() { return y } } } catch (e) { console.log(e.message) }
//# try, catch, finally
function f(x) { try { if (x) throw x; return 'try' } catch (e) { return 'catch' + e } finally { console.log('finally') } }
console.log(f(0), f(1))
function g() { try { return 1 } finally { return 2 } }
function h() { l: try { return 1 } finally { break l } return 3 }
console.log(g(), h())
try { try { throw 1 } finally { console.log('inner') } } catch { console.log('outer') }
try { } catch (e) { } finally { }
try { throw undefined } catch (e) { var e = 5; console.log(e) }
console.log(e)
//# with
with ({ x: 1, y: 2 }) { console.log(x + y); var z = x }
with (Math) console.log(max(1, 2))
with ([1, 2]) with ({ length: 7 }) console.log(length)
console.log(z)
with ((0, { q: 1 })) console.log(q)
with (0, { q: 2 }) console.log(q)
//# with and functions
const o = { v: 1, f() { return this === o } }
with (o) { console.log(f(), (() => v)()); v = 2; (function () { v = 3 })() }
console.log(o.v)
//# debugger and empty statements
debugger;;;
{ ; }
{}
if (1) debugger
console.log('done')
//# variables are hoisted
console.log(a, typeof f, typeof b)
var a = 1
if (0) { var b = 2 }
function f() {}
console.log(typeof g)
var g = function () {}
//# destructuring declarations
const { a, b: { c = 3, ...r } = {}, ...rest } = { a: 1, b: { d: 4 }, e: 5 }, [x, , y = (() => 'y')(), ...z] = [1, 2, undefined, 4, 5]
console.log(a, c, r, rest, x, y, z)
var { length } = 'four'
let [p, q] = [1, 2];
[p, q] = [q, p]
console.log(length, p, q)
//# blocks and let
let x = 1
{ let x = 2; { let x = 3; console.log(x) } console.log(x) }
console.log(x)
if (x) { const x = 4; console.log(x) }
//# a string at the beginning that is no directive
function f() { 'use strict' + 1; return this === undefined }
function g() { ('use strict'); return this === undefined }
function h() { 'use strict'.length; return this === undefined }
function k() { 'a'; "use strict"; return this === undefined }
function l() { 'use strict'
; return this === undefined }
function m() { 'use\x20strict'; return this === undefined }
function n() { `use strict`; return this === undefined }
console.log(f(), g(), h(), k(), l(), m(), n())
//# directives with line ends and comments
function f() { /* c */ 'use strict' /* d */
  return this }
function g() {
  'use strict' // end
}
const h = () => { 'use strict' }
class A { m() { 'use asm'; 'use strict'; } }
console.log(f(), g(), h(), new A().m())
//# the program's directive
/* comment */ 'use strict';
console.log((function () { return this })())
try { undeclared = 1 } catch (e) { console.log(e.message) }
//# the program's directive without semicolon
"use strict"
try { undeclared = 1 } catch (e) { console.log(e.message) }
//# a directive continued
'use strict'
+ 1
console.log((function () { return this === undefined })())
//# this at the top and in functions
console.log(this === module.exports, typeof this)
console.log((function () { return this === globalThis })(), (() => this === module.exports)())
//# return at the top
console.log('before')
if (1) return
console.log('never')
//# return at the top without semicolon
console.log('before')
return
(console.log('never'))
//# the wrapper's names
console.log(typeof exports, typeof require, typeof module, typeof __filename, typeof __dirname, arguments.length)
//# globals stay as they are
console.log(Object.keys(globalThis).filter(k => k.charCodeAt(0) > 127))
var before = 1
console.log('before' in globalThis, Object.getOwnPropertyNames(globalThis).filter(n => /[^ -~]/.test(n)))
//# exceptions out of conditions
try { if (null.x) ; } catch (e) { console.log(e.message) }
try { while (undefined.y) ; } catch (e) { console.log(e.message) }
try { switch (zzz) { } } catch (e) { console.log(e.message) }
try { for (const x of 5) ; } catch (e) { console.log(e.message) }
try { for (const x of {}.y) ; } catch (e) { console.log(e.message) }
try { const { a } = null } catch (e) { console.log(e.message) }
try { const [a] = {} } catch (e) { console.log(e.message) }
try { throw null } catch (e) { console.log(e) }
//# a call of what is no function
try { const o = {}; o.f() } catch (e) { console.log(e.message) }
try { let x = 1; x() } catch (e) { console.log(e.message) }
try { (() => {})()() } catch (e) { console.log(e.message) }
try { new (class A { constructor() { this.x.y } })() } catch (e) { console.log(e.message) }
