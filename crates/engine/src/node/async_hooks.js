// AsyncLocalStorage and AsyncResource. A context is a Map from storage to store that is never changed: to change a store
// means to make another Map the running context, which the Rust side hands on to what is scheduled (section 11).
(function (binding, internal) {
  'use strict';
  const { validateFunction, nodeError, refuseMissing } = internal;
  const { validateString } = internal.validators;

  function changed(storage, store) {
    const stores = new Map(binding.asyncContext());
    if (store === undefined) stores.delete(storage); else stores.set(storage, store);
    return stores.size === 0 ? undefined : stores;
  }
  function within(context, callback, receiver, args) {
    const before = binding.swapAsyncContext(context);
    try {
      return Reflect.apply(callback, receiver, args);
    } finally {
      binding.swapAsyncContext(before);
    }
  }

  class AsyncResource {
    #context;
    constructor(type, options = {}) {
      validateString(type, 'type');
      const trigger = typeof options === 'number' ? options : options.triggerAsyncId ?? 0;
      if (!Number.isSafeInteger(trigger) || trigger < -1) {
        throw nodeError(RangeError, 'ERR_INVALID_ASYNC_ID', `Invalid triggerAsyncId value: ${trigger}`);
      }
      this.#context = binding.asyncContext();
    }
    runInAsyncScope(callback, receiver, ...args) {
      const before = binding.swapAsyncContext(this.#context);
      try {
        return Reflect.apply(callback, receiver, args);
      } finally {
        // What `enterWith` did in there belongs to the resource.
        this.#context = binding.swapAsyncContext(before);
      }
    }
    emitDestroy() { return this; }
    bind(callback, receiver) {
      validateFunction(callback, 'fn');
      const resource = this;
      const bound = receiver === undefined
        ? function (...args) { return resource.runInAsyncScope(callback, this, ...args); }
        : (...args) => resource.runInAsyncScope(callback, receiver, ...args);
      Object.defineProperty(bound, 'length', { value: callback.length, writable: false, enumerable: false, configurable: true });
      return bound;
    }
    static bind(callback, type, receiver) {
      return new AsyncResource(type || callback.name || 'bound-anonymous-fn').bind(callback, receiver);
    }
  }
  refuseMissing(AsyncResource.prototype, 'AsyncResource.', ['asyncId', 'triggerAsyncId'], 'use AsyncLocalStorage to tell contexts apart');

  class AsyncLocalStorage {
    constructor() {
      this.kResourceStore = Symbol('kResourceStore');
      this.enabled = false;
    }
    static bind(callback) { return AsyncResource.bind(callback); }
    static snapshot() { return AsyncLocalStorage.bind((callback, ...args) => callback(...args)); }
    disable() {
      this.enabled = false;
      binding.swapAsyncContext(changed(this, undefined));
    }
    enterWith(store) {
      this.enabled = true;
      binding.swapAsyncContext(changed(this, store));
    }
    run(store, callback, ...args) {
      if (Object.is(store, this.getStore())) return Reflect.apply(callback, null, args);
      this.enabled = true;
      const old = binding.asyncContext()?.get(this);
      binding.swapAsyncContext(changed(this, store));
      try {
        return Reflect.apply(callback, null, args);
      } finally {
        // Of this storage alone: another one that was entered meanwhile stays.
        binding.swapAsyncContext(changed(this, old));
      }
    }
    exit(callback, ...args) {
      if (!this.enabled) return Reflect.apply(callback, null, args);
      return within(changed(this, undefined), callback, null, args);
    }
    getStore() { return this.enabled ? binding.asyncContext()?.get(this) : undefined; }
  }

  const hooks = { AsyncLocalStorage, AsyncResource };
  refuseMissing(hooks, 'async_hooks.', ['createHook', 'executionAsyncId', 'triggerAsyncId', 'executionAsyncResource'],
    'use AsyncLocalStorage or AsyncResource');
  internal.modules['async_hooks'] = () => hooks;
})
