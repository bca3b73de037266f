// A stack's first line is made with the error, and stays.
const e = new Error('first');
e.message = 'second'; e.name = 'Renamed';
console.log(e.stack.split('\n')[0], '|', String(e));
class MyError extends Error { constructor(m) { super(m); this.name = 'MyError'; } }
console.log(new MyError('m').stack.split('\n')[0], '|', String(new MyError('m')));
class Plain extends TypeError {}
console.log(new Plain('p').stack.split('\n')[0], '|', String(new Plain('p')), new Plain('p') instanceof TypeError);
class Named extends Error { get name() { return 'Named'; } }
console.log(new Named('n').stack.split('\n')[0]);
console.log(Object.getOwnPropertyNames(new Error('x')), Object.keys(new Error('x')));
const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(new Error('x'), 'message');
console.log(writable, enumerable, configurable, 'stack' in new Error(), Object.hasOwn(new Error(), 'message'));
console.log(Error('called') instanceof Error, TypeError('t').name, Error.name, Error.length, AggregateError.length);
console.log(Object.getPrototypeOf(TypeError) === Error, TypeError.prototype.constructor === TypeError, Error.prototype.name);
console.log(typeof new Error('x').stack, new Error().stack.split('\n')[0], new Error('').stack.split('\n')[0]);
