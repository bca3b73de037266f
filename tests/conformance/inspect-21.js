// Kinds of values, nested and circular.
const m = new Map([[{ k: 1 }, new Set(['v'])]]); m.set('self', m); console.log(m);
const a = [1, , 3]; a.name = 'arr'; console.log(a, [undefined, null], [, ,], new Array(3));
console.log(Object.create(null), Object.create({ constructor: undefined }), Object.assign(Object.create(null), { x: 1 }));
class Foo { constructor() { this.a = 1; } get b() { return 2; } static s = 1; } console.log(new Foo(), Foo, class extends Foo {}, [new Foo()]);
console.log([function () {}, () => {}, async () => {}, function* g() {}, async function* ag() {}, Math.max, class {}]);
console.log(new (class extends Array {})(3), new (class Bag extends Map {})([[1, 2]]), new (class X extends Promise {})(() => {}));
console.log(Promise.resolve(1), Promise.reject(new Error('x')).catch(() => {}) && 1, new Promise(() => {}), (async () => ({}))());
console.log([1.5, -0, NaN, 1e21, 5n], ['a\'b', "a\"b", `a'"b`, 'a\nb'], [true, null], Symbol('desc'), [Symbol.iterator]);
console.log(new Date(0), [new Date(NaN)], /re/gi, [new RegExp('a/b')], new Error('e').message);
console.log([new Number(1), new String('s'), new Boolean(false), Object(Symbol('b')), Object(1n)], (function () { return arguments; })(1, 'x'));
console.log(new Uint8Array([1, 2]), new Float64Array(2), new WeakMap(), new WeakSet(), [1, 2][Symbol.iterator](), new Map([[1, 2]]).entries(), new Set([1]).values(), (function* () {})());
console.log(globalThis === global, [globalThis.undefinedThing], { 'a-b': 1, 2: 3, valid_id: 4, 'ü': 5 }, { __proto__: { inherited: 1 } });
const o = { x: { y: {} } }; o.x.y.o = o; o.x.y.x = o.x; console.log(o);
