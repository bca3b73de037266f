//# await in all sorts of places
const p = (v, ms) => new Promise(r => setTimeout(r, ms || 1, v))
async function f(x) {
  const a = await p(1), { b = await p(2) } = {}, [c = await p(3)] = []
  console.log(a, b, c, [await p(4), ...await p([5])], { d: await p(6), [await p('k')]: 7 }, `${await p(8)}`)
  if (await p(true)) console.log('if')
  while (await p(x-- > 0)) console.log('while')
  for (let i = await p(0); i < await p(2); i += await p(1)) console.log(i)
  for (const y of await p([1])) console.log(y)
  switch (await p('s')) { case await p('s'): console.log('switch') }
  console.log((await p(2)) ** 2, -await p(1), !await p(0), typeof await p(''), void await p(1), (await p(console)).log === console.log)
  await (await p(() => console.log('called')))()
  console.log(await p(1) + await p(2), await p(0) || await p('or'), await p(1) ? await p('yes') : 0, (await p(1), await p('comma')))
  return await p('returned')
}
f(2).then(console.log)
//# await of non-promises and thenables
(async () => {
  console.log(await 1, await null, await { then(r) { r('thenable') } }, await undefined)
  try { await Promise.reject(new Error('no')) } catch (e) { console.log(e.message) } finally { console.log('finally') }
  try { await { then() { throw 'thrown' } } } catch (e) { console.log(e) }
})()
//# order of awaits and promises
console.log(1)
async function f() { console.log(2); await null; console.log(5); await new Promise(r => setTimeout(r, 20)); console.log(9) }
f().then(() => console.log(10))
Promise.resolve().then(() => console.log(6)).then(() => console.log(7))
process.nextTick(() => console.log(4))
setTimeout(() => console.log(8), 0)
console.log(3)
//# order of returns of promises
async function a() { return 1 }
async function b() { return Promise.resolve(2) }
async function c() { return await Promise.resolve(3) }
b().then(console.log); c().then(console.log); a().then(console.log)
Promise.resolve().then(() => console.log('m1')).then(() => console.log('m2')).then(() => console.log('m3'))
//# async arrows
const a = async x => x, b = async (x) => { return await x }, c = async () => ({ o: 1 }), d = async x => await x * 2
Promise.all([a(1), b(2), c(), d(4), (async () => await 5)(), (async ({ x = 6 } = {}) => x)()]).then(v => console.log(v))
//# async methods, static and private
class A { async m() { return this } static async s() { return await 1 } async #p() { return 2 } run() { return this.#p() } }
new A().m().then(t => console.log(t instanceof A)); A.s().then(console.log); new A().run().then(console.log);
({ async x() { return 3 } }).x().then(console.log)
//# for await
async function* g() { yield 1; yield Promise.resolve(2); try { yield 3 } finally { console.log('cleanup') } }
(async () => {
  for await (const x of g()) { console.log(x); if (x == 3) break }
  for await (const x of [Promise.resolve('a'), 'b']) console.log(x)
  for await (const { y } of [{ y: 1 }]) console.log(y)
  let z
  for await (z of g()) if (z > 1) break
  for await (const x of []) ;
})()
//# async generators
async function* g() { const a = yield 1; console.log('a', a); const b = yield await Promise.resolve(2); console.log('b', b); yield* h(); return 'end' }
async function* h() { try { yield 'h1'; yield 'h2' } finally { await null; console.log('h done') } }
(async () => { const i = g(); console.log(await i.next(), await i.next('A'), await i.next('B'), await i.next(), await i.next(), await i.next()) })()
//# async generators queue their requests
async function* g() { for (let i = 0; i < 3; i++) yield i }
const i = g()
Promise.all([i.next(), i.next(), i.return('r'), i.next()]).then(r => console.log(JSON.stringify(r)))
//# errors out of async functions
const f = async () => { throw new Error('a') }
f().catch(e => console.log(e.message)).finally(() => console.log('done'))
const g = async (x = (() => { throw new Error('default') })()) => {}
g().catch(e => console.log(e.message))
//# an error nobody catches
async function f() { await null; null.x }
f()
//# a rejection with a value
Promise.reject(5)
//# await with an arrow, a regular expression, a template, a class
(async () => { console.log(typeof await (() => 1), await /a/g, await `t`, (await class { }).name === '', await [1], await { a: 1 }, await -1, await !0, await new Date(0)) })()
//# await without parentheses and operators
(async () => { const x = { f: async () => [1, 2] }; console.log((await x.f()).length, await x.f().then(a => a[0]), [...await x.f()], await x?.f?.()) })()
//# await as a name outside of async functions
var await = 1
function f(await) { return await + 1 }
console.log(await, f(await), (await => await)(3))
//# yield as a name outside of generators
var yield = 1
function f(yield) { return yield * 2 }
console.log(yield, f(yield))
//# async iteration by hand
const o = { from: 1, to: 3, [Symbol.asyncIterator]() { let c = this.from, l = this.to; return { next: async () => c <= l ? { done: false, value: c++ } : { done: true } } } }
;(async () => { for await (const v of o) console.log(v) })()
//# microtasks in loops
(async () => { for (let i = 0; i < 3; i++) { await null; console.log('a', i) } })();
(async () => { let i = 0; while (i < 3) { await null; console.log('b', i++) } })();
(async () => { let i = 0; do await null; while (console.log('c', i), ++i < 3) })()
//# events, timers and callbacks
const e = new (require('events'))()
e.on('x', (...a) => console.log('x', a)).once('x', function () { console.log(this === e) })
e.emit('x', 1, 2); e.emit('x')
const t = setInterval(() => { console.log('tick'); if (++n == 2) clearInterval(t) }, 1)
let n = 0
