// Globals that have no file of their own. Which names a version has is the business of the Rust side (surface).
(function (binding, internal) {
  'use strict';
  const { refusing } = internal;
  const define = (object, name, value) =>
    Object.defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false });

  for (const name of binding.names.globals) {
    if (!internal.hasOwn(globalThis, name)) define(globalThis, name, refusing(name));
  }
  define(globalThis, 'global', globalThis);
  Object.defineProperty(globalThis, Symbol.toStringTag, { value: 'global', writable: false, enumerable: false, configurable: true });

  // Those that `Object.keys(globalThis)` gives, in Node's order.
  const timers = ['clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout'];
  const ENUMERABLE = internal.major < 20
    ? ['global', 'queueMicrotask', 'clearImmediate', 'setImmediate', 'structuredClone', ...timers.slice(2), 'atob', 'btoa', 'performance',
      'fetch']
    : ['global', ...timers, 'queueMicrotask', 'structuredClone', 'atob', 'btoa', 'performance', 'fetch',
      ...(internal.major < 26 ? ['navigator', 'crypto'] : ['crypto', 'navigator'])];
  for (const name of ENUMERABLE) {
    const property = Object.getOwnPropertyDescriptor(globalThis, name);
    delete globalThis[name];
    Object.defineProperty(globalThis, name, { ...property, enumerable: true });
  }

  const HINT = 'its result depends on the locale: build the text yourself';
  for (const type of [Number, BigInt, Date, Array, Object.getPrototypeOf(Uint8Array)]) {
    for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
      if (internal.hasOwn(type.prototype, name) || type === Date) {
        define(type.prototype, name, refusing(`${type.name}.prototype.${name}`, HINT));
      }
    }
  }
  define(String.prototype, 'localeCompare', {
    localeCompare(that) {
      if (this === null || this === undefined) throw new TypeError('String.prototype.localeCompare called on null or undefined');
      return internal.require('internal/collation').localeCompare(String(this), String(that), arguments[1], arguments[2]);
    },
  }.localeCompare);

  Error.stackTraceLimit = 10;
})
