// Globals whose files are loaded when a program first asks for them.
(function (binding, internal) {
  'use strict';
  const { nodeError } = internal;
  const define = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  const globals = {
    event_target: ['Event', 'EventTarget', 'CustomEvent'],
    abort: ['AbortController', 'AbortSignal'],
    dom_exception: ['DOMException'],
    messaging: ['MessageChannel', 'MessagePort', 'MessageEvent', 'BroadcastChannel'],
  };
  for (const [file, names] of Object.entries(globals)) {
    for (const name of names) {
      Object.defineProperty(globalThis, name, {
        get() {
          const value = internal.require(`internal/${file}`)[name];
          define(name, value);
          return value;
        },
        set(value) { define(name, value); },
        configurable: true,
        enumerable: false,
      });
    }
  }
  Object.defineProperty(globalThis, 'crypto', {
    get: Object.getOwnPropertyDescriptor({ get crypto() { return internal.require('crypto').webcrypto; } }, 'crypto').get,
    set: undefined, enumerable: true, configurable: true,
  });
  define('structuredClone', function structuredClone(value, options = undefined) {
    if (arguments.length === 0) throw nodeError(TypeError, 'ERR_MISSING_ARGS', 'The value argument must be specified');
    return internal.require('internal/clone').structuredClone(value, options);
  });
})
