// The functions of events that few programs use: async iteration, and what concerns event targets.
(function (binding, internal) {
  'use strict';
  const { EventEmitter, invalidArgType, listen, unlisten } = internal;
  const { validateAbortSignal, validateInteger } = internal.validators;
  const { AbortError } = internal.errors;
  const asyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}.prototype));

  // Events are kept until they are asked for, askers are kept until there is an event.
  function on(emitter, event, options = {}) {
    const { signal } = options;
    validateAbortSignal(signal, 'options.signal');
    if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
    const high = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
    validateInteger(high, 'options.highWaterMark', 1);
    const low = options.lowWaterMark ?? options.lowWatermark ?? 1;
    validateInteger(low, 'options.lowWaterMark', 1);
    const events = [];
    const askers = [];
    const listening = [];
    let paused = false;
    let failure = null;
    let finished = false;
    let abort = null;

    function attach(target, name, listener) {
      listen(target, name, listener, false);
      listening.push([target, name, listener]);
    }
    function onEvent(value) {
      if (askers.length > 0) {
        askers.shift().resolve({ value, done: false });
        return;
      }
      events.push(value);
      if (!paused && events.length > high) {
        paused = true;
        emitter.pause();
      }
    }
    function onError(error) {
      if (askers.length > 0) askers.shift().reject(error);
      else failure = error;
      close();
    }
    function close() {
      abort?.[internal.dispose]();
      while (listening.length > 0) unlisten(...(internal.major < 20 ? listening.shift() : listening.pop()));
      finished = true;
      const done = { value: undefined, done: true };
      while (askers.length > 0) askers.shift().resolve(done);
      return Promise.resolve(done);
    }

    const iterator = Object.setPrototypeOf({
      next() {
        if (events.length > 0) {
          const value = events.shift();
          if (paused && events.length < low) {
            emitter.resume();
            paused = false;
          }
          return Promise.resolve({ value, done: false });
        }
        if (failure) {
          const rejected = Promise.reject(failure);
          failure = null;
          return rejected;
        }
        if (finished) return close();
        return new Promise((resolve, reject) => { askers.push({ resolve, reject }); });
      },
      return() { return close(); },
      throw(error) {
        if (!error || !(error instanceof Error)) throw invalidArgType('EventEmitter.AsyncIterator', 'Error', error);
        onError(error);
      },
      [Symbol.asyncIterator]() { return this; },
    }, asyncIteratorPrototype);

    attach(emitter, event, options[internal.firstParameter] ? onEvent : (...args) => onEvent(args));
    if (event !== 'error' && typeof emitter.on === 'function') attach(emitter, 'error', onError);
    for (const name of options.close ?? []) attach(emitter, name, close);
    if (signal) abort = addAbortListener(signal, () => onError(new AbortError(undefined, { cause: signal.reason })));
    return iterator;
  }

  internal.dispose ??= Symbol.dispose ?? Symbol('Symbol.dispose');
  function addAbortListener(signal, listener) {
    if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
    validateAbortSignal(signal, 'signal');
    internal.validateFunction(listener, 'listener');
    if (signal.aborted) queueMicrotask(() => listener());
    else signal.addEventListener('abort', listener, { once: true });
    return { __proto__: null, [internal.dispose]() { signal.removeEventListener('abort', listener); } };
  }

  const EITHER = ['EventEmitter', 'EventTarget'];
  const targetOf = (value, name) => {
    if (typeof value?.addEventListener !== 'function') throw invalidArgType(name, EITHER, value);
    return value;
  };
  internal.firstParameter ??= Symbol('first parameter');
  // Made when it is first asked for: its resource is a class of another module.
  let made;
  function makeEventEmitterAsyncResource() {
    const { AsyncResource } = internal.require('async_hooks');
    const { codes } = internal.errors;
    class EventEmitterReferencingAsyncResource extends AsyncResource {
      #emitter;
      constructor(emitter, type, options) {
        super(type, options);
        this.#emitter = emitter;
      }
      get eventEmitter() { return this.#emitter; }
    }
    class EventEmitterAsyncResource extends EventEmitter {
      #resource;
      constructor(options = undefined) {
        let name = options;
        if (typeof options === 'string') options = undefined;
        else {
          if (new.target === EventEmitterAsyncResource) internal.validators.validateString(options?.name, 'options.name');
          name = options?.name || new.target.name;
        }
        super(options);
        this.#resource = new EventEmitterReferencingAsyncResource(this, name, options);
      }
      get asyncResource() {
        if (!(#resource in this)) throw codes.ERR_INVALID_THIS('EventEmitterAsyncResource');
        return this.#resource;
      }
      emit(event, ...args) { return this.asyncResource.runInAsyncScope(super.emit, this, event, ...args); }
      emitDestroy() { this.asyncResource.emitDestroy(); }
      get asyncId() { return this.asyncResource.asyncId(); }
      get triggerAsyncId() { return this.asyncResource.triggerAsyncId(); }
    }
    return EventEmitterAsyncResource;
  }
  const events = () => internal.require('internal/event_target');
  internal.modules['internal/events'] = () => ({
    on,
    addAbortListener,
    targetListeners(target, type) {
      const { kEvents } = events();
      const listeners = [];
      if (targetOf(target, 'emitter')[kEvents] === undefined) return binding.refuse('events.getEventListeners of such an object', 'give an EventTarget');
      for (let one = target[kEvents].get(type)?.next; one !== undefined; one = one.next) listeners.push(one.listener);
      return listeners;
    },
    targetMaxListeners: (target) => targetOf(target, 'emitter')[events().kMax] ?? EventEmitter.defaultMaxListeners,
    setTargetMaxListeners(target, n) { targetOf(target, 'eventTargets')[events().kMax] = n; },
    get EventEmitterAsyncResource() { return made ??= makeEventEmitterAsyncResource(); },
  });
})
