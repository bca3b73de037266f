// EventEmitter: emit calls the listeners at once, in order of registration, over a copy of their list (semantics 7.5).
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType, outOfRange, refuseMissing } = internal;
  const kCapture = Symbol('kCapture');
  const kErrorMonitor = Symbol('events.errorMonitor');
  const kRejection = Symbol.for('nodejs.rejection');
  let defaultMaxListeners = 10;

  function checkListener(listener) {
    if (typeof listener !== 'function') throw invalidArgType('listener', 'of type function', listener);
  }

  function EventEmitter(options) {
    EventEmitter.init.call(this, options);
  }
  const proto = EventEmitter.prototype;
  Object.assign(proto, { _events: undefined, _eventsCount: 0, _maxListeners: undefined });

  EventEmitter.init = function (options) {
    if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
      this._events = Object.create(null);
      this._eventsCount = 0;
    }
    this._maxListeners ??= undefined;
    if (options?.captureRejections) binding.refuse('captureRejections of an EventEmitter', 'handle the rejection in the listener');
    Object.defineProperty(this, kCapture, { value: false, writable: true, configurable: true, enumerable: true });
  };

  proto.setMaxListeners = function setMaxListeners(n) {
    if (typeof n !== 'number' || n < 0 || Number.isNaN(n)) throw outOfRange('setMaxListeners', 'a non-negative number', n);
    this._maxListeners = n;
    return this;
  };
  proto.getMaxListeners = function getMaxListeners() {
    return this._maxListeners === undefined ? defaultMaxListeners : this._maxListeners;
  };

  function unhandledError(error) {
    if (error instanceof Error) return error;
    let text;
    try { text = binding.inspect(error, 2); } catch { text = error; }
    const wrapped = nodeError(Error, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${text})`);
    wrapped.context = error;
    return wrapped;
  }

  proto.emit = function emit(type, ...args) {
    const events = this._events;
    if (type === 'error') {
      if (events !== undefined && events[kErrorMonitor] !== undefined) this.emit(kErrorMonitor, ...args);
      if (events === undefined || events.error === undefined) throw unhandledError(args[0]);
    }
    const handler = events?.[type];
    if (handler === undefined) return false;
    if (typeof handler === 'function') {
      Reflect.apply(handler, this, args);
    } else {
      for (const listener of handler.slice()) Reflect.apply(listener, this, args);
    }
    return true;
  };

  function warnAboutLeak(target, type, existing) {
    existing.warned = true;
    const warning = new Error(
      `Possible EventEmitter memory leak detected. ${existing.length} ${String(type)} listeners added to ` +
      `${binding.inspect(target, -1)}. Use emitter.setMaxListeners() to increase limit`);
    warning.name = 'MaxListenersExceededWarning';
    warning.emitter = target;
    warning.type = type;
    warning.count = existing.length;
    internal.process.emitWarning(warning);
  }

  function addListener(target, type, listener, prepend) {
    checkListener(listener);
    let events = target._events;
    if (events === undefined) {
      events = target._events = Object.create(null);
      target._eventsCount = 0;
    } else if (events.newListener !== undefined) {
      target.emit('newListener', type, listener.listener ?? listener);
      events = target._events;
    }
    const existing = events[type];
    if (existing === undefined) {
      events[type] = listener;
      target._eventsCount++;
      return target;
    }
    const list = typeof existing === 'function' ? (events[type] = [existing]) : existing;
    if (prepend) list.unshift(listener); else list.push(listener);
    const max = target.getMaxListeners();
    if (max > 0 && list.length > max && !list.warned) warnAboutLeak(target, type, list);
    return target;
  }

  function onceWrapper(target, type, listener) {
    const state = { fired: false };
    const wrapped = function (...args) {
      if (state.fired) return undefined;
      target.removeListener(type, wrapped);
      state.fired = true;
      return Reflect.apply(listener, target, args);
    };
    Object.defineProperty(wrapped, 'name', { value: `bound onceWrapper` });
    wrapped.listener = listener;
    return wrapped;
  }

  proto.addListener = function addListener_(type, listener) { return addListener(this, type, listener, false); };
  Object.defineProperty(proto.addListener, 'name', { value: 'addListener' });
  proto.on = proto.addListener;
  proto.prependListener = function prependListener(type, listener) { return addListener(this, type, listener, true); };
  proto.once = function once(type, listener) {
    checkListener(listener);
    return this.on(type, onceWrapper(this, type, listener));
  };
  proto.prependOnceListener = function prependOnceListener(type, listener) {
    checkListener(listener);
    return this.prependListener(type, onceWrapper(this, type, listener));
  };

  function forget(emitter, type) {
    if (--emitter._eventsCount === 0) emitter._events = Object.create(null);
    else delete emitter._events[type];
  }

  proto.removeListener = function removeListener(type, listener) {
    checkListener(listener);
    const list = this._events?.[type];
    if (list === undefined) return this;
    if (list === listener || list.listener === listener) {
      forget(this, type);
      if (this._events.removeListener) this.emit('removeListener', type, list.listener || listener);
    } else if (typeof list !== 'function') {
      let at = list.length - 1;
      while (at >= 0 && list[at] !== listener && list[at].listener !== listener) at -= 1;
      if (at < 0) return this;
      list.splice(at, 1);
      if (list.length === 1) this._events[type] = list[0];
      if (this._events.removeListener !== undefined) this.emit('removeListener', type, listener);
    }
    return this;
  };
  proto.off = proto.removeListener;

  proto.removeAllListeners = function removeAllListeners(type) {
    const events = this._events;
    if (events === undefined) return this;
    if (events.removeListener === undefined) {
      if (arguments.length === 0) {
        this._events = Object.create(null);
        this._eventsCount = 0;
      } else if (events[type] !== undefined) {
        forget(this, type);
      }
      return this;
    }
    if (arguments.length === 0) {
      for (const key of Reflect.ownKeys(events)) if (key !== 'removeListener') this.removeAllListeners(key);
      this.removeAllListeners('removeListener');
      this._events = Object.create(null);
      this._eventsCount = 0;
      return this;
    }
    for (const listener of this.rawListeners(type).reverse()) this.removeListener(type, listener);
    return this;
  };

  proto.rawListeners = function rawListeners(type) {
    const list = this._events?.[type];
    if (list === undefined) return [];
    return typeof list === 'function' ? [list] : list.slice();
  };
  proto.listeners = function listeners(type) {
    return this.rawListeners(type).map((entry) => entry.listener || entry);
  };
  proto.listenerCount = function listenerCount(type, listener) {
    const all = this.rawListeners(type);
    if (listener == null) return all.length;
    return all.filter((entry) => entry === listener || entry.listener === listener).length;
  };
  proto.eventNames = function eventNames() {
    return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
  };

  // events.once(emitter, name): resolves with the arguments of the next event (7.5).
  async function once(emitter, name, options) {
    if (options?.signal) binding.refuse('events.once with a signal', 'remove the listener yourself');
    if (typeof emitter?.once !== 'function') throw invalidArgType('emitter', 'an instance of EventEmitter', emitter);
    return new Promise((resolve, reject) => {
      const onError = (error) => { emitter.removeListener(name, onEvent); reject(error); };
      const onEvent = (...args) => { emitter.removeListener('error', onError); resolve(args); };
      emitter.once(name, onEvent);
      if (name !== 'error') emitter.once('error', onError);
    });
  }

  EventEmitter.EventEmitter = EventEmitter;
  EventEmitter.once = once;
  EventEmitter.usingDomains = false;
  EventEmitter.captureRejectionSymbol = kRejection;
  EventEmitter.errorMonitor = kErrorMonitor;
  EventEmitter.listenerCount = (emitter, type) => emitter.listenerCount(type);
  EventEmitter.getEventListeners = (emitter, type) => emitter.listeners(type);
  Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
    enumerable: true,
    get() { return defaultMaxListeners; },
    set(n) {
      if (typeof n !== 'number' || n < 0 || Number.isNaN(n)) throw outOfRange('defaultMaxListeners', 'a non-negative number', n);
      defaultMaxListeners = n;
    },
  });
  refuseMissing(EventEmitter, 'events.', ['on', 'addAbortListener', 'setMaxListeners', 'getMaxListeners', 'EventEmitterAsyncResource']);
  internal.EventEmitter = EventEmitter;
  internal.modules.events = () => EventEmitter;
})
