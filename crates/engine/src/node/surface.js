// Globals that have no file of their own. Which names a version has is the business of the Rust side (surface).
(function (binding, internal) {
  'use strict';
  const { refusing } = internal;
  const define = (object, name, value) =>
    Object.defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false });

  for (const name of binding.names.globals) {
    if (!Object.hasOwn(globalThis, name)) define(globalThis, name, refusing(name));
  }
  const performance = { now: () => binding.now() / 1e6, timeOrigin: internal.epoch };
  internal.refuseMissing(performance, 'performance.', ['mark', 'measure', 'clearMarks', 'clearMeasures', 'getEntries',
    'getEntriesByName', 'getEntriesByType', 'eventLoopUtilization', 'timerify', 'toJSON'], 'use performance.now');
  define(globalThis, 'performance', performance);
  define(globalThis, 'global', globalThis);

  // Those that `Object.keys(globalThis)` gives, in Node's order.
  for (const name of ['global', 'clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout',
    'queueMicrotask', 'structuredClone', 'atob', 'btoa', 'performance', 'fetch', 'crypto']) {
    const value = globalThis[name];
    delete globalThis[name];
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
  }

  const HINT = 'its result depends on the locale: build the text yourself';
  for (const type of [Number, BigInt, Date, Array, Object.getPrototypeOf(Uint8Array)]) {
    for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
      if (Object.hasOwn(type.prototype, name) || type === Date) {
        define(type.prototype, name, refusing(`${type.name}.prototype.${name}`, HINT));
      }
    }
  }
  define(String.prototype, 'localeCompare', refusing('String.prototype.localeCompare', 'compare with < and >'));

  Error.captureStackTrace = function captureStackTrace(object, hidden) {
    let frames = new Error().stack.split('\n').slice(1);
    if (typeof hidden === 'function' && hidden.name !== '') {
      const names = [`    at ${hidden.name} (`, `    at new ${hidden.name} (`];
      frames = frames.slice(frames.findIndex((frame) => names.some((name) => frame.startsWith(name))) + 1);
    }
    const stack = [Error.prototype.toString.call(object), ...frames].join('\n');
    Object.defineProperty(object, 'stack', { value: stack, writable: true, enumerable: false, configurable: true });
  };
  Error.stackTraceLimit = 10;
})
