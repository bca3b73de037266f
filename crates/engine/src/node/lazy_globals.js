// Globals whose files are loaded when a program first asks for them.
(function (binding, internal) {
  'use strict';
  const { nodeError } = internal;
  const define = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  const globals = {
    encoding: ['TextEncoder', 'TextDecoder', 'atob', 'btoa'],
    url: ['URL', 'URLSearchParams'],
    event_target: ['Event', 'EventTarget', 'CustomEvent'],
    abort: ['AbortController', 'AbortSignal'],
    dom_exception: ['DOMException'],
    fetch_headers: ['Headers'],
    fetch: ['Request', 'Response'],
    performance: ['performance', 'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver',
      'PerformanceObserverEntryList', 'PerformanceResourceTiming'],
    messaging: ['MessageChannel', 'MessagePort', 'MessageEvent', 'BroadcastChannel'],
  };
  for (const [file, names] of Object.entries(globals)) {
    for (const name of names) {
      // It stays an accessor: the interpreter remembers where it found an accessor, and would call what takes its place.
      let value;
      let known = false;
      const { get, set } = Object.getOwnPropertyDescriptor({
        get [name]() {
          if (!known) {
            value = internal.require(`internal/${file}`)[name];
            known = true;
            binding.completeSurface(name, value);
          }
          return value;
        },
        set [name](given) {
          value = given;
          known = true;
        },
      }, name);
      Object.defineProperty(globalThis, name, { get, set, configurable: true, enumerable: false });
    }
  }
  Object.defineProperty(globalThis, 'crypto', {
    get: Object.getOwnPropertyDescriptor({ get crypto() { return internal.require('crypto').webcrypto; } }, 'crypto').get,
    set: undefined, enumerable: true, configurable: true,
  });
  class Navigator {
    constructor() { throw nodeError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'); }
    get hardwareConcurrency() { return 4; }
    get language() { return 'en-US'; }
    get languages() { return Object.freeze(['en-US']); }
    get userAgent() { return `Node.js/${internal.major}`; }
    get platform() { return 'Linux x86_64'; }
  }
  for (const name of ['hardwareConcurrency', 'language', 'languages', 'userAgent', 'platform']) {
    Object.defineProperty(Navigator.prototype, name, { enumerable: true });
  }
  define('Navigator', Navigator);
  const own = Object.create(Navigator.prototype);
  Object.defineProperty(globalThis, 'navigator', {
    get: Object.getOwnPropertyDescriptor({ get navigator() { return own; } }, 'navigator').get,
    set: undefined, enumerable: true, configurable: true,
  });
  Object.defineProperty(globalThis, 'fetch', {
    value: function fetch(input, init = undefined) { return internal.require('internal/fetch').fetch(input, init); },
    writable: true, configurable: true, enumerable: true,
  });
  define('structuredClone', function structuredClone(value, options = undefined) {
    if (arguments.length === 0) {
      const said = 'The value argument must be specified';
      const message = internal.major < 20 ? 'The "value" argument must be specified' : internal.major < 22 ? said : `The "${said}" argument must be specified`;
      throw nodeError(TypeError, 'ERR_MISSING_ARGS', message);
    }
    return internal.require('internal/clone').structuredClone(value, options);
  });
})
