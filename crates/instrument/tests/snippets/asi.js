//# semicolon left out before a parenthesis is a call
const f = x => { console.log('f', x); return y => console.log('g', y) }
const r = f(1)
(2)
console.log(r)
//# semicolon left out before a bracket is an access
const a = [[1, 2], [3]]
const b = a
[0][1]
console.log(b)
//# semicolon left out before a template is a tag
const tag = s => (console.log(s[0]), tag)
const t = tag
`x`
console.log(typeof t)
//# increment on the next line
let a = 1, b = 2
a
++b
console.log(a, b)
//# return before a line's end
function f() {
  return
  (console.log('never'))
}
console.log(f())
//# return with a comment that holds a line's end
function f() { return /*
*/ 1 }
console.log(f())
//# return with a parenthesis on the same line
function f() { return (
  'value'
) }
console.log(f())
//# break and continue before a line's end
outer: for (let i = 0; i < 3; i++) {
  for (;;) {
    if (i === 1) continue
    outer
    break
    outer
  }
  console.log(i)
  if (i == 0) { i = 1; continue
  outer }
}
//# an arrow with a body in braces, a parenthesis on the next line
var g = x => y => { console.log('never') }
(console.log('apart'))
//# an arrow in an assignment, a bracket on the next line
let f = () => () => {}
[1].forEach(x => console.log(x))
console.log(typeof f)
//# yield before a line's end
function* g() {
  let x = yield
  (console.log('second statement'))
  x = yield
  [console.log('third')]
  yield
  `t`
  yield
  +1
  yield
  /re/.test('re')
  return x
}
const i = g()
for (let k = 0; k < 7; k++) console.log(i.next(k))
//# await of an update, a parenthesis on the next line
async function f() {
  let x = 1
  await x++
  (console.log('apart', x))
  await x
  ++x
  console.log(x)
}
f()
//# do while without semicolon
let i = 0
do i++; while (i < 3) console.log(i)
do { i-- } while (i) console.log(i)
if (i) do i++; while (i < 2); else console.log('else')
//# an empty statement as a body
let n = 0
for (let i = 0; i < 3; n += i++);
while (n-- > 0);
if (n) ; else console.log('no')
console.log(n)
//# a statement that begins with a parenthesis, bracket, slash, template
;(() => console.log('iife'))()
;[1, 2].forEach(x => console.log(x))
;/a/.test('a') && console.log('re')
;`${console.log('tpl')}`
+console.log('plus')
-console.log('minus')
//# throw and catch on one line
try { throw { a: 1 } } catch ({ a }) { console.log(a) }
//# async as a name
var async = 1
async
function f() { console.log('f') }
f()
async
console.log(async)
//# let as a name
var let_ = 1, let = 2
let = let + 1
console.log(let)
if (1) let
++let
console.log(let + let_);
let
= 7
console.log(let)
//# get, set, static, of, yield, await as names
var get = 1, set = 2, of = 3, yield = 4, await = 5, static = 6
get
set
of
yield
await
static
console.log(get, set, of, yield, await, static)
for (of of [1]) console.log(of)
//# var without semicolon before a parenthesis
var x
(console.log('apart'))
console.log(x)
//# statements on one line end with braces
function f() { { console.log(1) } { console.log(2) } if (1) { console.log(3) } console.log(4) } f()
//# html-like comments
console.log(1) <!-- console.log(2)
/* a
*/ --> console.log(3)
var x = 3
while (x --> 0) console.log(x)
--> console.log(4)
console.log(5)
//# regular expression or division
let a = 8, g = 2, b = 2
console.log(a / b / g, a
/b/g)
if (true) /x/g.test('x') && console.log('re')
console.log([/[/]/.source, /\//.source], a++ / 2, (a) / 3)
{ } /y/.test('y') && console.log('statement')
//# line separators count as line ends
var a = 1 console.log(a) (console.log('apart'))
console.log('a b'.length)
