let at = 0; let p = Promise.resolve(); for (let i = 1; i <= 200; i++) p = p.then(() => { at = i; });
const T = (n) => (v) => console.log(n, at, v);
async function* a() { try { yield 1; yield Promise.resolve(2); return Promise.resolve(3); } finally { await null; } }
async function* b() { try { yield 1; } finally { return 'over'; } }
async function* c() { try { yield 1; } finally { yield 'infin'; } }
async function* d() { for await (const x of a()) yield x; }
async function* e() { yield* d(); }
async function* f() { try { yield 1; } catch (x) { yield 'c' + x; } }
function drive(n, g, ops) { const it = g(); let i = 0; const go = () => { if (i >= ops.length) return; const [m, v] = ops[i]; const k = i++; it[m](v).then((r) => { console.log(n, k, m, at, JSON.stringify(r)); go(); }, (x) => { console.log(n, k, m, at, "rej", x.message || x); go(); }); }; go(); }
drive('a', a, [['next'], ['next'], ['next'], ['next']]);
drive('a2', a, [['next'], ['return', 5], ['next']]);
drive('a3', a, [['return', Promise.resolve(5)], ['next']]);
drive('a4', a, [['throw', 5], ['next']]);
drive('a5', a, [['next'], ['throw', 5], ['next']]);
drive('a6', a, [['next'], ['return', Promise.reject('rj')], ['next']]);
drive('b', b, [['next'], ['return', 5], ['next']]);
drive('b2', b, [['next'], ['throw', 5], ['next']]);
drive('c', c, [['next'], ['return', 5], ['next'], ['next']]);
drive('d', d, [['next'], ['next'], ['next'], ['next']]);
drive('d2', d, [['next'], ['return', 'r'], ['next']]);
drive('e', e, [['next'], ['next'], ['next'], ['next']]);
drive('e2', e, [['next'], ['return', 'r'], ['next']]);
drive('e3', e, [['next'], ['throw', 't'], ['next']]);
drive('f', f, [['next'], ['throw', 't'], ['next'], ['next']]);
async function* g2() { yield* { [Symbol.asyncIterator]() { let i = 0; return { next(v) { console.log('nx', v, at); return { value: i, done: i++ > 1 }; }, return(v) { console.log('rt', v, at); return { value: 'R', done: true }; } }; } }; }
drive('g', g2, [['next', 1], ['next', 2], ['next', 3], ['next', 4]]);
drive('g2', g2, [['next', 1], ['return', 2], ['next', 3]]);
drive('g3', g2, [['next', 1], ['throw', 2], ['next', 3]]);
async function* h() { const r = yield* ['s', Promise.resolve('t')]; return r; }
drive('h', h, [['next'], ['next'], ['next'], ['next']]);
drive('h2', h, [['next'], ['return', 9], ['next']]);
(async () => { const it = a(); const rs = [it.next(), it.return('q'), it.next(), it.throw('z')]; rs.forEach((r, i) => r.then(T('par' + i), T('parj' + i))); })();
(async () => { for await (const x of e()) { T('fa')(x); if (x === 2) break; } T('fa end')(); })();
(async () => { try { for await (const x of e()) { throw 'tt'; } } catch (x) { T('fa c')(x); } })();
(async () => { for await (const x of ['q', Promise.resolve('w')]) T('fs')(x); T('fs end')(); })();
(async () => { lab: for (let i = 0; i < 2; i++) for await (const x of d()) { T('lab')(x); continue lab; } T('lab end')(); })();
(async () => { const r = await (async () => { for await (const x of d()) return x; })(); T('ret in fa')(r); })();
