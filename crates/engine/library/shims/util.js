module.exports = {
  kEmptyObject: Object.freeze({ __proto__: null }),
  once(callback) {
    let called = false;
    return function (...args) {
      if (called) return;
      called = true;
      Reflect.apply(callback, this, args);
    };
  },
  createDeferredPromise() {
    let resolve;
    let reject;
    const promise = new Promise((res, rej) => { resolve = res; reject = rej; });
    return { promise, resolve, reject };
  },
  promisify: { custom: Symbol.for('nodejs.util.promisify.custom') },
  debuglog: () => () => {},
  inspect: (value, options) => binding.inspectWith(value, options),
  types: { isAsyncFunction: (fn) => internal.isAsyncFunction(fn), isArrayBufferView: ArrayBuffer.isView },
  isBlob: (value) => typeof globalThis.Blob === 'function' && value instanceof globalThis.Blob,
  deprecate: (fn) => fn,
  addAbortListener: (signal, listener) => internal.EventEmitter.addAbortListener(signal, listener),
  AbortSignalAny: (signals) => globalThis.AbortSignal.any(signals),
};
