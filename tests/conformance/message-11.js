// Messages of errors: functions of the language.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc', sym = Symbol('q'), big = 10n; class Foo {}
check(() => [].reduce((a, b) => a));
check(() => [].reduceRight((a, b) => a));
check(() => [1].reduce());
check(() => [1].map());
check(() => [1].forEach(u));
check(() => [1].findLast());
check(() => new Array(-1));
check(() => new Array(1.5));
check(() => { arr.length = -1; });
check(() => [].length = 2 ** 32);
check(() => Array.from({ length: -1 }));
check(() => [1, 2].at.call(u));
check(() => [].fill.call(u));
check(() => [].join.call(n));
