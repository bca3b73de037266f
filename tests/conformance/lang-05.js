'use strict';
const L = console.log;
// more statement-level oddities
async function f1() { for (const x of [1, 2, 3]) { try { if (x === 2) continue; await null; L('x', x); } finally { L('fin', x); } } }
async function f2() { let i = 0; while (true) { try { await null; if (++i > 2) return 'ret ' + i; } finally { L('w', i); } } }
async function f3() { outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { await null; if (j === 1) continue outer; if (i === 1) break outer; L(i, j); } } return 'f3'; }
async function f4() { switch (await Promise.resolve(2)) { case await 1: L('one'); case await 2: L('two'); await null; default: L('def'); break; case 3: L('no'); } }
async function f5() { const { a = await 'da', [await 'k']: b } = { k: 'kv' }; return [a, b, ...(await [1, 2]), `${await 't'}`, (await (async () => 'iife')()), await (await (await 5)), -(await 3), !(await false), typeof (await ''), await new Promise((r) => r('p'))]; }
async function f6(a = (() => { throw new Error('param'); })()) { return a; }
async function f7() { throw await new Error('thrown awaited'); }
const f8 = async (x) => x && (await f8(x - 1)) + 1 || 0;
function* g1() { const r = yield* g2(); L('g2 returned', r); try { yield 'g1'; } catch (e) { L('g1 caught', e); return 'ret'; } }
function* g2() { try { yield 'a'; yield 'b'; return 'rv'; } finally { L('g2 fin'); } }
class C { static async *[Symbol.asyncIterator]() { yield 'static ai'; } async *items() { for (const x of [1, 2]) { await null; yield x; } } #priv = async () => 'priv'; callPriv() { return this.#priv(); } static #s = 5; static get s() { return C.#s; } static set s(v) { C.#s = v; } get [`dyn${1}`]() { return 'dyn'; } }
(async () => {
  await f1(); L(await f2()); L(await f3()); await f4(); L(await f5()); await f6().catch((e) => L(e.message)); await f7().catch((e) => L(e.message)); L(await f8(3));
  const g = g1(); L(g.next(), g.next(), g.next(), g.throw('err'), g.next());
  for await (const x of C) L(x); for await (const x of new C().items()) L(x); L(await new C().callPriv(), C.s, (C.s = 6, C.s), new C().dyn1);
  await Promise.all([1, 2, 3].map(async (n) => { await null; if (n === 2) await null; L('n', n); }));
  const results = []; await [1, 2].reduce((p, n) => p.then(async () => { results.push(n); await null; }), Promise.resolve()); L(results);
  const e = await new Promise((r) => { process.once('uncaughtException', r); setTimeout(() => { throw Object.assign(new Error('x'), { code: 'E' }); }); }); L(e.code);
  const sleep = (ms, v) => new Promise((r) => setTimeout(r, ms, v)); const t = Date.now(); await Promise.all([sleep(5), sleep(10)]); L(Date.now() - t >= 9);
  try { await Promise.all([sleep(1).then(() => { throw new Error('first'); }), sleep(2).then(() => L('second still runs'))]); } catch (x) { L(x.message); } await sleep(5);
  const timeout = (p, ms) => Promise.race([p, sleep(ms).then(() => { throw new Error('timeout'); })]); await timeout(sleep(50), 2).catch((x) => L(x.message));
  async function retry(fn, n) { for (let i = 1; ; i++) { try { return await fn(i); } catch (x) { L('try', i, x.message); if (i === n) throw x; await sleep(1); } } } L(await retry(async (i) => { if (i < 3) throw new Error('no'); return 'ok' + i; }, 5));
  class Queue { #q = []; #w = []; push(v) { const w = this.#w.shift(); w ? w(v) : this.#q.push(v); } pop() { return this.#q.length ? Promise.resolve(this.#q.shift()) : new Promise((r) => this.#w.push(r)); } async *[Symbol.asyncIterator]() { for (;;) { const v = await this.pop(); if (v === null) return; yield v; } } }
  const qu = new Queue(); setTimeout(() => { qu.push(1); qu.push(2); qu.push(null); }, 1); for await (const v of qu) L('q', v);
  class Sem { constructor(n) { this.n = n; this.w = []; } async run(fn) { if (this.n === 0) await new Promise((r) => this.w.push(r)); else this.n--; try { return await fn(); } finally { const w = this.w.shift(); w ? w() : this.n++; } } } const s = new Sem(2); await Promise.all([1, 2, 3, 4].map((i) => s.run(async () => { L('start', i); await sleep(3 * i); L('end', i); })));
  const ac = new AbortController(); const ab = new Promise((_, rej) => ac.signal.addEventListener('abort', () => rej(ac.signal.reason), { once: true })); setTimeout(() => ac.abort(new Error('aborted!')), 1); await ab.catch((x) => L(x.message));
  const memo = new Map(); const mf = (k) => memo.get(k) ?? (memo.set(k, sleep(1, k + '!')), memo.get(k)); L(await mf('a'), mf('a') === mf('a'));
  const deb = (fn, ms) => { let t; return (...a) => { clearTimeout(t); t = setTimeout(fn, ms, ...a); }; }; const dd = deb((x) => L('debounced', x), 2); dd(1); dd(2); dd(3); await sleep(10);
  const pip = async (...fns) => fns.reduce(async (acc, fn) => fn(await acc), Promise.resolve(1)); L(await pip((x) => x + 1, async (x) => x * 10, (x) => `=${x}`));
})().finally(() => L('all done'));
