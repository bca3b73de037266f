//# counting with let, var, without a declaration
for (let i = 0; i < 5; i++) {}
for (var j = 0; j < 5; j += 2);
for (k = 9; k > 3; k -= 1) {}
console.log(typeof i, j, k)
//# sums
let sum = 0, squares = 0
for (let i = 0; i < 100; i++) { sum += i; squares = squares + i * i }
console.log(sum, squares)
//# while and do, with the step in the test
let n = 10, m = 0
while (n--) m++
do m += 2; while (m < 100)
while (++n < 20);
console.log(n, m)
//# conditions, break and continue
let even = 0, odd = 0
for (let i = 0; ; i++) {
  if (i > 50 && odd > 3) break
  if (i % 2 === 0) { even += i; continue }
  odd++
}
console.log(even, odd)
//# loops in loops
let c = 0
for (let i = 0; i < 7; i++) for (let j = i; j < 7; j++) { const d = j - i; c += d }
outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j > i) continue outer; c++ } }
console.log(c)
//# a name inside that hides the one outside
let s = 0
for (let i = 0; i < 3; i++) { { let i = 5; s += i } }
for (let i = 0; i < 3; i++) { let s = i; s += 1 }
console.log(s)
//# a constant is assigned to in the first iteration
const fixed = 1
for (let i = 0; i < 3; i++) { fixed += i }
//# a name that is initialised later
function late() { for (let i = 0; i < 3; i++) x += i }
try { late() } catch (e) { console.log(e.message) }
let x = 1
late()
console.log(x)
//# a name that is initialised behind its use in the loop
try { for (let i = 0; i < 3; i++) { if (i === 2) later += 1; let later = i } } catch (e) { console.log(e.message) }
//# names that are not declared
try { for (let i = 0; i < 3; i++) nowhere += i } catch (e) { console.log(e.name, e.message) }
//# other types
let text = '', big = 0n, list = [], flag = true
for (let i = 0; i < 20; i++) text += i
for (let i = 0n; i < 20n; i++) big += i
for (let i = '3'; i < 20; i++) list += i
for (let o = { n: 0, valueOf() { return this.n++ } }; o < 15; ) flag = !flag
console.log(text, big, list, flag)
//# a value that starts the loop again
let depth = 0, total = 0
const again = { valueOf() { if (depth++ < 3) run(); return 1 } }
function run() { for (let i = 0; i < 3; i++) total += again }
run()
console.log(total, depth)
//# arguments and parameters
function f(n) { while (n > 3) n--; return arguments[0] + n }
console.log(f(10))
//# with
with ({ i: 0, get n() { return 4 } }) { for (; i < n; i++); console.log(i) }
//# on lines of its own
let lines = 0
for (let i = 0;
  i < 4;
  i++)
  lines
    +=
 1
console.log(lines)
//# in a generator and an async function
function* g() { for (let i = 0; i < 4; i++) { for (let j = 0; j < 4; j++); yield i } }
async function a() { let n = 0; for (let i = 0; i < 4; i++) { n += i } await n; for (let i = 0; i < 4; i++) { await i; n-- } return n }
console.log(...g()); a().then(console.log)
//# completion values [script]
var n = 0; for (var i = 0; i < 4; i++) n += i
//# completion value of an empty loop [script]
7; for (var i = 0; i < 4; i++);
//# in a class
class A { static { for (let i = 0; i < 4; i++); } #p = 0; m() { for (let i = 0; i < 4; i++) this.#p++; return this.#p } x = (() => { let n = 0; while (n < 5) n++; return n })() }
console.log(new A().m(), new A().x)
//# bits and remainders
let h = 7
for (let i = 0; i < 40; i++) { h = (h << 5) - h + i | 0; h ^= h >>> 3; h = ~h & 0xffff; h %= 1009 }
console.log(h)
