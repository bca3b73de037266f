// Causes and collections of errors, as they are shown without frames.
Error.stackTraceLimit = 0;
console.log(new Error('outer', { cause: new TypeError('inner') }));
console.log(new Error('outer', { cause: 'text' }), new Error('none', {}), new Error('u', { cause: undefined }));
console.log(new AggregateError([new Error('a'), 5], 'both'), new AggregateError([]).errors);
console.log({ error: new RangeError('in object'), list: [new Error('in list')] });
const coded = Object.assign(new Error('with code'), { code: 'E_CODE', extra: { a: 1 } }); console.log(coded);
console.log(Object.assign(new Error('x'), { name: 'Custom' }), Object.assign(new TypeError('y'), { name: 'Z' }));
class Sub extends Error {} console.log(new Sub('s'), [new Sub()]);
class Named extends Error { constructor(m) { super(m); this.name = 'Named'; } } console.log(new Named('n'));
const nameless = new Error('q'); nameless.name = ''; console.log(nameless);
console.log(`${new Error('text')}`, new Error('multi\nline'), new Error());
const cause = new Error('c'); console.log(Object.getOwnPropertyDescriptor(new Error('x', { cause }), 'cause').enumerable);
Promise.any([Promise.reject(new Error('r1')), Promise.reject(2)]).catch((e) => console.log(e.constructor.name, e.message, e.errors));
