const L = console.log; const o = { a: 1, b: { c: 2 }, d: 3, e: [4] };
{ const { b: { c }, ...r } = o; L(1, r); }
{ const { b: { c } = {}, ...r } = o; L(2, r); }
{ const { b: x, ...r } = o; L(3, r); }
{ const { e: [x], ...r } = o; L(4, r); }
{ const { e: [x] = [], ...r } = o; L(5, r); }
{ const { b: { ...q }, ...r } = o; L(6, q, r); }
{ let r, c, x; ({ b: { c }, ...r } = o); L(7, r); ({ b: { c } = {}, ...r } = o); L(8, r); ({ e: [x], ...r } = o); L(9, r); ({ e: [x] = [], a: x, ...r } = o); L(10, r); const t = {}; ({ a: t.x, b: t['y'], ...r } = o); L(11, r, t); ({ a: t.x = 5, ...r } = o); L(12, r); }
{ const k = 'a'; const { [k]: x, ...r } = o; L(13, r); const { [k]: { y } = {}, ...r2 } = o; L(14, r2); const { ['b']: { c }, ...r3 } = o; L(15, r3); }
{ const f = ({ b: { c }, ...r }) => r; L(16, f(o)); const g = ({ b: { c } = {}, ...r } = {}) => r; L(17, g(o)); }
for (const { b: { c }, ...r } of [o]) L(18, r);
{ const { 'a': x, 0: y, ...r } = { a: 1, 0: 2, z: 3 }; L(19, r); const { [Symbol.iterator]: it, ...r2 } = { [Symbol.iterator]: 1, z: 1 }; L(20, r2); }
try { throw o; } catch ({ b: { c }, ...r }) { L(21, r); }
