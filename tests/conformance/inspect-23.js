// Buffers, proxies, emitters and the global object, as each version shows them.
const { EventEmitter } = require('events');
const { inspect, format } = require('util');

console.log(new ArrayBuffer(4), new DataView(new ArrayBuffer(2)), [new ArrayBuffer(1)]);
console.log(new Proxy([1, 2], {}), { p: new Proxy({ b: 1 }, {}) }, new Proxy(class A {}, {}), new Proxy(new Map([[1, 2]]), {}));
console.log(new Proxy(new Proxy({ x: 1 }, {}), {}), [new Proxy({ a: { b: { c: { d: 1 } } } }, {})], { a: { b: { c: new Proxy({ d: 1 }, {}) } } });
console.log(new Proxy({ [inspect.custom]() { return 'custom'; } }, {}), new Proxy(function f() {}, {}), new Proxy(new Date(0), {}));
console.log('%s|%O|%o', new Proxy({ a: 1 }, {}), new Proxy({ a: 1 }, {}), new Proxy({ a: 1 }, {}));
console.log(inspect(new Proxy({ long: 'x'.repeat(70), other: 1 }, {})), inspect(new Proxy({ a: 1 }, {}), { showProxy: true }));
const own = { n: 1 };
own.self = new Proxy(own, {});
console.log(own, own.self);
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
console.log(proxy, format(proxy));

const emitter = new EventEmitter();
emitter.on('x', function named() {});
console.log(emitter);

const names = ['clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout', 'structuredClone', 'navigator'];
console.log(Object.keys(global).filter((name) => names.includes(name)).join());
if (typeof navigator === 'object') {
  console.log(navigator, navigator.userAgent.replace(/\d+/, 'N'), navigator.language, navigator.languages, navigator.platform, typeof navigator.hardwareConcurrency);
  try { new Navigator(); } catch (error) { console.log(error.name, error.code, error.message); }
}
