// EventEmitter: emit calls the listeners at once, in order of registration, over a copy of their list (semantics 7.5).
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType } = internal;
  const kCapture = Symbol('kCapture');
  const kShapeMode = Symbol('shapeMode');
  // Emitters have it since Node 20.
  const major = parseInt(binding.facts().version.slice(1), 10);
  const setShape = (emitter, value) => { if (major >= 20) emitter[kShapeMode] = value; };
  function validateMost(n, name = 'setMaxListeners') {
    if (major >= 20) internal.validators.validateNumber(n, name, 0);
    else if (typeof n !== 'number' || n < 0 || n !== n) throw internal.outOfRange(name === 'setMaxListeners' ? 'n' : name, 'a non-negative number', n);
  }
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
      setShape(this, false);
    } else {
      setShape(this, true);
    }
    this._maxListeners ||= undefined;
    if (options?.captureRejections) internal.validators.validateBoolean(options.captureRejections, 'options.captureRejections');
    this[kCapture] = options?.captureRejections ? true : proto[kCapture];
  };
  Object.defineProperty(proto, kCapture, { value: false, writable: true });

  proto.setMaxListeners = function setMaxListeners(n) {
    validateMost(n);
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
      const result = Reflect.apply(handler, this, args);
      if (result != null && this[kCapture]) capture(this, result, type, args);
    } else {
      for (const listener of handler.slice()) {
        const result = Reflect.apply(listener, this, args);
        if (result != null && this[kCapture]) capture(this, result, type, args);
      }
    }
    return true;
  };

  // captureRejections: a listener's promise that is rejected becomes an 'error' event, in a tick of its own.
  function capture(emitter, promise, type, args) {
    try {
      const { then } = promise;
      if (typeof then !== 'function') return;
      then.call(promise, undefined, (error) => internal.process.nextTick(emitRejection, emitter, error, type, args));
    } catch (error) {
      emitter.emit('error', error);
    }
  }
  function emitRejection(emitter, error, type, args) {
    if (typeof emitter[kRejection] === 'function') {
      emitter[kRejection](error, type, ...args);
      return;
    }
    const before = emitter[kCapture];
    try {
      emitter[kCapture] = false;
      emitter.emit('error', error);
    } finally {
      emitter[kCapture] = before;
    }
  }

  function warnAboutLeak(target, type, existing) {
    existing.warned = true;
    const warning = new Error(
      `Possible EventEmitter memory leak detected. ${existing.length} ${String(type)} listeners added to ` +
      `${binding.inspect(target, -1)}${major < 20 ? '' : `. MaxListeners is ${target.getMaxListeners()}`}. Use emitter.setMaxListeners() to increase limit`);
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

  // Whether an event is left whose listeners may want to know.
  function forget(emitter, type) {
    emitter._eventsCount--;
    if (emitter[kShapeMode]) {
      emitter._events[type] = undefined;
      return false;
    }
    if (emitter._eventsCount === 0) emitter._events = Object.create(null);
    else delete emitter._events[type];
    return emitter._eventsCount > 0;
  }

  proto.removeListener = function removeListener(type, listener) {
    checkListener(listener);
    const list = this._events?.[type];
    if (list === undefined) return this;
    if (list === listener || list.listener === listener) {
      if (forget(this, type) && this._events.removeListener) this.emit('removeListener', type, list.listener || listener);
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
        if (--this._eventsCount === 0) this._events = Object.create(null);
        else delete events[type];
      }
      setShape(this, false);
      return this;
    }
    if (arguments.length === 0) {
      for (const key of Reflect.ownKeys(events)) if (key !== 'removeListener') this.removeAllListeners(key);
      this.removeAllListeners('removeListener');
      this._events = Object.create(null);
      this._eventsCount = 0;
      setShape(this, false);
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

  // One event of whatever has events: an EventEmitter or an EventTarget.
  function listen(target, name, listener, once) {
    if (typeof target?.on === 'function') target[once ? 'once' : 'on'](name, listener);
    else if (typeof target?.addEventListener === 'function') target.addEventListener(name, listener, { once });
    else throw invalidArgType('emitter', 'EventEmitter', target);
  }
  function unlisten(target, name, listener) {
    if (typeof target.removeListener === 'function') target.removeListener(name, listener);
    else target.removeEventListener(name, listener);
  }

  // events.once(emitter, name): resolves with the arguments of the next event (7.5).
  async function once(emitter, name, options) {
    const signal = options?.signal;
    internal.validators.validateAbortSignal(signal, 'options.signal');
    if (signal?.aborted) throw new internal.errors.AbortError(undefined, { cause: signal.reason });
    return new Promise((resolve, reject) => {
      const errorListener = (error) => {
        emitter.removeListener(name, resolver);
        if (signal != null) unlisten(signal, 'abort', onAbort);
        reject(error);
      };
      const resolver = (...args) => {
        if (typeof emitter.removeListener === 'function') emitter.removeListener('error', errorListener);
        if (signal != null) unlisten(signal, 'abort', onAbort);
        resolve(args);
      };
      const onAbort = () => {
        unlisten(emitter, name, resolver);
        unlisten(emitter, 'error', errorListener);
        reject(new internal.errors.AbortError(undefined, { cause: signal.reason }));
      };
      listen(emitter, name, resolver, true);
      if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', errorListener);
      if (signal != null) listen(signal, 'abort', onAbort, true);
    });
  }

  Object.assign(internal, { listen, unlisten });
  // What few programs use is in a file of its own.
  const rest = () => internal.require('internal/events');
  Object.assign(EventEmitter, {
    addAbortListener: function addAbortListener(signal, listener) { return rest().addAbortListener(signal, listener); },
    once,
    on: function on(emitter, event, options) { return rest().on(emitter, event, options); },
    getEventListeners: function getEventListeners(emitterOrTarget, type) {
      return typeof emitterOrTarget.listeners === 'function' ? emitterOrTarget.listeners(type) : rest().targetListeners(emitterOrTarget, type);
    },
    getMaxListeners: function getMaxListeners(emitterOrTarget) {
      return typeof emitterOrTarget?.getMaxListeners === 'function' ? emitterOrTarget.getMaxListeners() : rest().targetMaxListeners(emitterOrTarget);
    },
    EventEmitter,
    usingDomains: false,
    captureRejectionSymbol: kRejection,
  });
  const property = (name, get, set) => Object.defineProperty(EventEmitter, name, { enumerable: true, get, set });
  property('captureRejections', () => proto[kCapture], (value) => {
    internal.validators.validateBoolean(value, 'EventEmitter.captureRejections');
    proto[kCapture] = value;
  });
  property('EventEmitterAsyncResource', () => rest().EventEmitterAsyncResource);
  EventEmitter.errorMonitor = kErrorMonitor;
  property('defaultMaxListeners', () => defaultMaxListeners, (n) => {
    validateMost(n, 'defaultMaxListeners');
    defaultMaxListeners = n;
  });
  const { init } = EventEmitter;
  delete EventEmitter.init;
  // Node's have no name.
  EventEmitter.setMaxListeners = (0, function (n = defaultMaxListeners, ...targets) {
    validateMost(n);
    if (targets.length === 0) defaultMaxListeners = n;
    for (const target of targets) {
      if (typeof target.setMaxListeners === 'function') target.setMaxListeners(n);
      else rest().setTargetMaxListeners(target, n);
    }
  });
  EventEmitter.init = init;
  EventEmitter.listenerCount = (0, (emitter, type) => (typeof emitter.listenerCount === 'function' ? emitter.listenerCount(type) : proto.listenerCount.call(emitter, type)));
  for (const name of ['setMaxListeners', 'init', 'listenerCount']) Object.defineProperty(EventEmitter[name], 'name', { value: '' });
  internal.EventEmitter = EventEmitter;
  internal.modules.events = () => EventEmitter;
})
