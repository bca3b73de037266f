const L = console.log;
function* g(n) { try { for (let i = 0; i < 3; i++) yield i; } finally { L('closed', n); } }
a: for (const x of g('a1')) for (const y of g('a2')) break a;
L('--'); b: for (const x of g('b1')) { for (const y of [1]) { break b; } }
L('--'); c: for (const x of g('c1')) { for (let i = 0; i < 2; i++) { break c; } }
L('--'); d: for (const x of g('d1')) { switch (1) { case 1: break d; } }
L('--'); e: for (const x of g('e1')) { for (const y of g('e2')) { continue e; } }
L('--'); f: for (const x of g('f1')) { while (true) { continue f; } }
L('--'); (function () { for (const x of g('r1')) for (const y of g('r2')) return; })();
L('--'); h: { for (const x of g('h1')) { break h; } }
L('--'); i: { for (const x of g('i1')) { for (const y of g('i2')) break i; } }
L('--'); j: for (let k = 0; k < 2; k++) { for (const x of g('j' + k)) { continue j; } }
L('--'); k: for (let k = 0; k < 2; k++) { for (const x of g('k' + k)) { for (const y of g('kk' + k)) continue k; } }
L('--'); try { for (const x of g('t1')) for (const y of g('t2')) throw 1; } catch { L('caught'); }
L('--'); for (const x of g('u1')) { try { break; } finally { L('fin u'); } }
L('--'); v: for (const x of g('v1')) { try { for (const y of g('v2')) { try { break v; } finally { L('fin v2'); } } } finally { L('fin v1'); } }
L('--'); (function () { for (const x of g('w1')) { try { return; } finally { L('fin w'); } } })();
L('--'); (function () { x: for (const x of g('x1')) { try { return; } finally { break x; } } })();
L('--'); y: for (const x of g('y1')) { y2: for (const y of g('y2')) { for (const z of g('y3')) { break y2; } } break y; }
L('--'); for (const x of g('z1')) { const [q] = g('z2'); if (x) continue; L(q); }
(async () => {
  async function* ag(n) { try { for (let i = 0; i < 3; i++) yield i; } finally { await null; L('aclosed', n); } }
  A: for await (const x of ag('A1')) for await (const y of ag('A2')) break A; L('--');
  B: for await (const x of ag('B1')) { for (const y of [1]) { break B; } } L('--');
  C: for await (const x of ag('C1')) { for await (const y of ag('C2')) { continue C; } } L('--');
  await (async function () { for await (const x of ag('R1')) for await (const y of ag('R2')) return; })(); L('--');
  D: { for await (const x of ag('D1')) { for (const y of g('D2')) break D; } } L('--');
  E: for (const x of g('E1')) { for await (const y of ag('E2')) break E; } L('--');
  E2: for (const x of g('F1')) { for await (const y of ag('F2')) continue E2; } L('--');
  try { for await (const x of ag('t1')) for await (const y of ag('t2')) throw 1; } catch { L('caught'); }
  for await (const x of ag('u1')) { try { break; } finally { L('fin u'); } }
  V: for await (const x of ag('v1')) { try { for await (const y of ag('v2')) { try { break V; } finally { L('fin v2'); } } } finally { L('fin v1'); } }
})();
