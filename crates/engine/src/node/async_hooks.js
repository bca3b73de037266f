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
        // What `enterWith` did in there belongs to the resource, until Node 24.
        const last = binding.swapAsyncContext(before);
        if (internal.major < 24) this.#context = last;
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

  // Since Node 24 a context is a frame: a storage without one has its default, and `disable` takes it out of the running one.
  class FramedStorage {
    #default;
    #name;
    constructor(options = {}) {
      internal.validators.validateObject(options, 'options');
      this.#default = options.defaultValue;
      this.#name = options.name === undefined ? '' : `${options.name}`;
    }
    get name() { return this.#name; }
    static bind(callback) { return AsyncResource.bind(callback); }
    static snapshot() { return AsyncLocalStorage.snapshot(); }
    disable() { binding.asyncContext()?.delete(this); }
    enterWith(store) { binding.swapAsyncContext(new Map(binding.asyncContext()).set(this, store)); }
    run(store, callback, ...args) {
      const old = this.getStore();
      if (Object.is(store, old)) return Reflect.apply(callback, null, args);
      this.enterWith(store);
      try {
        return Reflect.apply(callback, null, args);
      } finally {
        this.enterWith(old);
      }
    }
    exit(callback, ...args) { return this.run(undefined, callback, ...args); }
    getStore() {
      const frame = binding.asyncContext();
      return frame?.has(this) ? frame.get(this) : this.#default;
    }
  }
  Object.defineProperty(FramedStorage, 'name', { value: 'AsyncLocalStorage' });
  refuseMissing(FramedStorage.prototype, 'AsyncLocalStorage.', ['withScope'], 'use run');

  const hooks = { AsyncLocalStorage: internal.major < 24 ? AsyncLocalStorage : FramedStorage, AsyncResource };
  refuseMissing(hooks, 'async_hooks.', ['createHook', 'executionAsyncId', 'triggerAsyncId', 'executionAsyncResource'],
    'use AsyncLocalStorage or AsyncResource');
  internal.modules['async_hooks'] = () => hooks;
})
