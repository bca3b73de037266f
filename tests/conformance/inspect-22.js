// Lines that break, columns that group.
console.log(Array.from({ length: 27 }, (_, i) => i * i), Array.from({ length: 101 }, (_, i) => i));
console.log(['apple', 'banana', 'cherry', 'date', 'elderberry', 'fig', 'grape', 'honeydew']);
console.log({ a: 'x'.repeat(62) }, { a: 'x'.repeat(63) }, { a: 'x'.repeat(75), b: 1 });
console.log([[1, [2, [3, [4]]]], { a: { b: { c: { d: 1 } } } }], [{ a: 1, b: 2 }, { a: 3, b: 4 }]);
console.log({ list: [{ id: 1, tags: ['a', 'b'], meta: { k: 'v' } }, { id: 2, tags: [], meta: {} }] });
console.log(new Map([['key', { a: 1, b: [1, 2, 3] }], ['other', 'x'.repeat(70)]]), new Set(Array.from({ length: 12 }, (_, i) => 'item ' + i)));
console.log('a'.repeat(200).length, ['a'.repeat(100)], { text: 'line one\nline two\nline three of the text' });
console.log([1.25, 100, -3, 22.5, 7, 8, 9, 10], ['a', 'bb', 'ccc', 'dddd', 'eeeee', 'f', 'gg'], [true, false, true, false, true, false, true]);
console.log(Array.from({ length: 8 }, (_, i) => ({ i })), Array.from({ length: 7 }, () => [1, 2]), Array(200).fill('ab'));
console.log({ f: function named() {}, g: () => {}, h: class Q {}, i: Symbol('x'), [Symbol('key')]: 1 }.f, [['nested', ['deeper', ['deepest', ['gone']]]]]);
