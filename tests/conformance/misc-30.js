// What a comparator is asked, and in which order.
function told(name, list, compare = (a, b) => a - b) {
  const asked = [];
  const result = [...list].sort((a, b) => { asked.push(`${a},${b}`); return compare(a, b); });
  console.log(name, result.join(' '), '|', asked.join(' '));
}
told('none', []);
told('one', [1]);
told('three', [3, 1, 2]);
told('up', [1, 2, 3, 4, 5]);
told('down', [5, 4, 3, 2, 1]);
told('equal', [2, 2, 2, 2]);
told('mixed', [5, 3, 9, 1, 7, 3, 8, 2, 6, 4]);
told('backwards', [5, 3, 9, 1, 7], (a, b) => b - a);
told('booleans', [3, 1, 2], (a, b) => a > b);
told('nothing', [3, 1, 2], () => {});
for (const length of [21, 33, 63]) told(`of ${length}`, Array.from({ length }, (_, i) => (i * 37) % 64));
console.log([3, undefined, 1, , 2].sort((a, b) => a - b), [3, undefined, 1, , 2].sort(() => 0));
const people = [['Bo', 3], ['Al', 1], ['Cy', 3], ['Di', 1]];
console.log(people.sort((a, b) => a[1] - b[1]).map(([name]) => name).join());
console.log(new Float64Array([3, 1, 2]).sort((a, b) => b - a), Array.prototype.sort.call({ length: 3, 0: 'c', 1: 'a', 2: 'b' }, (a, b) => (a < b ? -1 : 1)));
const big = Array.from({ length: 300 }, (_, i) => (i * 7919) % 1000);
console.log(big.sort((a, b) => a - b).every((n, i, all) => i === 0 || all[i - 1] <= n));
try { [2, 1].sort(() => { throw new Error('no order'); }); } catch (error) { console.log(error.message); }
console.log([].sort.length, [].sort.name);
