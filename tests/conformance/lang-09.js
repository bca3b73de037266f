const L = console.log;
function* g(n) { for (const x of [1, 2, 3]) { try { if (n === 0) return 'r'; if (n === 1) break; if (n === 2) continue; if (n === 3) throw 't'; yield x; } finally { L('fin', x); } L('after', x); } return 'end'; }
for (let n = 0; n < 5; n++) { try { const it = g(n); let r; while (!(r = it.next()).done) L(n, r.value); L(n, r); } catch (e) { L('thrown', e); } }
async function* ag(n) { outer: for await (const x of [1, 2, 3]) { for (const y of [5, 6]) { try { if (n === 0) return 'r'; if (n === 1) break; if (n === 2) continue outer; if (n === 3) break outer; if (n === 4) throw 't'; yield [x, y]; } finally { L('fin', x, y); await null; } } L('after', x); } return 'end'; }
(async () => { for (let n = 0; n < 6; n++) { try { const it = ag(n); let r; while (!(r = await it.next()).done) { L(n, r.value); if (n === 5) L(await it.return('stop')); } L(n, r); } catch (e) { L('thrown', e); } } })();
function h(n) { a: for (const x of [1, 2]) { b: for (const y of [1, 2]) { try { try { try { switch (n) { case 0: break a; case 1: continue a; case 2: break b; case 3: continue b; case 4: return 'ret'; case 5: break; default: continue; } L('sw'); } finally { L('f1'); } L('t1'); } finally { L('f2'); } L('t2'); } finally { L('f3', x, y); } L('t3'); } L('xa', x); } return 'end'; }
for (let n = 0; n < 7; n++) L(n, h(n));
function k(n) { for (let i = 0; i < 2; i++) { try { try { if (n) return i; L('x'); } finally { if (n === 2) continue; if (n === 3) break; L('y'); } } finally { L('z', i); try { try { continue; } finally { L('w'); } } finally { L('v'); } } } return 'k end'; }
for (let n = 0; n < 4; n++) L(n, k(n));
L((() => { do { try { try { continue; } finally { L(1); } } finally { L(2); } } while (false); return 'do'; })(), (() => { let i = 0; while (i++ < 3) { try { try { if (i === 2) break; continue; } catch { } finally { L('c', i); } } finally { L('d', i); } } return i; })());
