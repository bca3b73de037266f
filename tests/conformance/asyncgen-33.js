let at = 0; let p = Promise.resolve(); for (let i = 1; i <= 200; i++) p = p.then(() => { at = i; });
const T = (n, v) => console.log(n, at, v);
async function* a() { try { yield 1; yield 2; } finally { await null; T('fin'); } }
async function* a0() { try { yield 1; yield 2; } finally { T('fin0'); } }
async function* a00() { yield 1; yield 2; }
(async () => { for await (const x of a()) break; T('break'); })();
(async () => { for await (const x of a0()) break; T('break0'); })();
(async () => { for await (const x of a00()) break; T('break00'); })();
(async () => { try { for await (const x of a()) throw 1; } catch { T('thrown'); } })();
(async () => { try { for await (const x of a00()) throw 1; } catch { T('thrown00'); } })();
(async () => { await (async () => { for await (const x of a()) return x; })(); T('returned'); })();
(async () => { await (async () => { for await (const x of a00()) return x; })(); T('returned00'); })();
async function* d() { for await (const x of a()) yield x; }
async function* d0() { for await (const x of a00()) yield x; }
(async () => { const it = d(); await it.next(); T('d next'); await it.return(); T('d ret'); })();
(async () => { const it = d0(); await it.next(); T('d0 next'); await it.return(); T('d0 ret'); })();
(async () => { const it = d0(); await it.next(); T('d0 next'); try { await it.throw(4); } catch { T('d0 thr'); } })();
(async () => { for await (const x of d0()) break; T('break d0'); })();
(async () => { for await (const x of (async function* () { for await (const x of a()) { yield x; } })()) { T('x'); break; } T('break dd'); })();
