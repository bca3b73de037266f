// Tables.
console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]);
console.table([[1, 2], [3, 4]]);
console.table({ r1: { c: 1 }, r2: { c: 2 } });
console.table([{ name: 'Ann', age: 3 }, { name: 'Bob', age: 40 }], ['name']);
console.table([1, 'two', null]);
console.table(new Map([['k', 1], ['l', { v: 2 }]]));
console.table(new Set([1, 'a']));
console.table('text'); console.table(5); console.table(null); console.table([]); console.table({});
console.table([{ a: { deep: { er: 1 } } }, [undefined, Symbol('s')]]);
console.group(); console.table([{ x: 1 }]); console.groupEnd();
