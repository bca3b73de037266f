const L = console.log;
a: for (const x of [1, 2, 3]) for (const y of [5]) { L('a', x); if (x === 2) break a; continue a; }
b: for (const x of [1, 2, 3]) for (const y of [5]) { L('b', x); try { if (x === 2) break b; continue b; } finally { L('f'); } }
c: for (const x of [1, 2, 3]) { try { for (const y of [5]) { L('c', x); try { if (x === 2) break c; continue c; } finally { L('f'); } } } finally { L('g'); } }
function* g() { lab: for (const x of [0, 1, 2]) for (const y of [7, 8]) { yield y; if (x) break lab; continue lab; } }
L([...g()]);
