// EventTarget: dispatch is synchronous, in order of registration; what a listener throws surfaces in a tick (semantics 9.3).
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType, EventEmitter } = internal;
  const { validateObject, validateAbortSignal, validateString } = internal.validators;
  const { ERR_MISSING_ARGS: missingArgs, ERR_INVALID_THIS: invalidThis } = internal.errors.codes;
  const kEvents = Symbol('kEvents');
  const kMax = Symbol('events.maxEventTargetListeners');
  const kWarned = Symbol('events.maxEventTargetListenersWarned');
  const kHandlers = Symbol('kHandlers');
  const kInspect = Symbol.for('nodejs.util.inspect.custom');
  const kIsEventTarget = Symbol('kIsEventTarget');
  const kNodeStyle = Symbol('kIsNodeStyleListener');
  // Listeners of Node's own that run although propagation was stopped.
  const kResist = Symbol('kResistStopPropagation');
  const kTrusted = Symbol('kTrustEvent');
  const kAdded = Symbol('kNewListener');
  const kRemoved = Symbol('kRemoveListener');
  const kCreateEvent = Symbol('kCreateEvent');
  const kDispatch = Symbol('kHybridDispatch');
  const kType = Symbol('type');
  const kDetail = Symbol('kDetail');
  const NO_OPTIONS = Object.freeze(Object.create(null));

  // What dispatch knows of an event beside what the program sees.
  const states = new WeakMap();
  function stateOf(event, type = 'Event') {
    const state = states.get(event);
    if (state === undefined) throw invalidThis(type);
    return state;
  }
  const enumerable = (object, names) => {
    for (const name of names) Object.defineProperty(object, name, { enumerable: true });
  };
  const tagged = (object, value) =>
    Object.defineProperty(object, Symbol.toStringTag, { value, writable: false, enumerable: false, configurable: true });
  const shown = (self, fields, depth, options) => {
    const deeper = { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth };
    return `${self.constructor.name} ${binding.inspectWith(fields, deeper)}`;
  };

  class Event {
    constructor(type, options = undefined) {
      if (arguments.length === 0) throw missingArgs('type');
      if (options != null) validateObject(options, 'options');
      states.set(this, {
        bubbles: !!options?.bubbles, cancelable: !!options?.cancelable, composed: !!options?.composed, prevented: false,
        stopped: false, stop: false, target: null, dispatching: false, trusted: !!options?.[kTrusted], time: binding.now() / 1e6,
      });
      this[kType] = `${type}`;
      Object.defineProperty(this, kType, { enumerable: false });
    }
    initEvent(type, bubbles = false, cancelable = false) {
      if (arguments.length === 0) throw missingArgs('type');
      const state = stateOf(this);
      if (state.dispatching) return;
      this[kType] = `${type}`;
      state.bubbles = !!bubbles;
      state.cancelable = !!cancelable;
    }
    [kInspect](depth, options) {
      const { prevented, cancelable, time } = stateOf(this);
      if (depth < 0) return this.constructor.name;
      return shown(this, { type: this[kType], defaultPrevented: prevented, cancelable, timeStamp: time }, depth, options);
    }
    stopImmediatePropagation() {
      this.stopPropagation();
      stateOf(this).stop = true;
    }
    preventDefault() { stateOf(this).prevented = true; }
    get target() { return stateOf(this).target; }
    get currentTarget() { return stateOf(this).dispatching ? stateOf(this).target : null; }
    get srcElement() { return stateOf(this).target; }
    get type() { stateOf(this); return this[kType]; }
    get cancelable() { return stateOf(this).cancelable; }
    get defaultPrevented() { return stateOf(this).cancelable && stateOf(this).prevented; }
    get timeStamp() { return stateOf(this).time; }
    composedPath() { return stateOf(this).dispatching ? [stateOf(this).target] : []; }
    get returnValue() { return !stateOf(this).cancelable || !stateOf(this).prevented; }
    get bubbles() { return stateOf(this).bubbles; }
    get composed() { return stateOf(this).composed; }
    get eventPhase() { return stateOf(this).dispatching ? Event.AT_TARGET : Event.NONE; }
    get cancelBubble() { return stateOf(this).stopped; }
    set cancelBubble(value) { if (value) stateOf(this).stopped = true; }
    stopPropagation() { stateOf(this).stopped = true; }
    get isTrusted() { return stateOf(this).trusted; }
  }
  tagged(Event.prototype, 'Event');
  enumerable(Event.prototype, Object.getOwnPropertyNames(Event.prototype).filter((name) => name !== 'constructor'));
  ['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].forEach((name, value) =>
    Object.defineProperty(Event, name, { value, writable: false, configurable: false, enumerable: true }));

  class CustomEvent extends Event {
    constructor(type, options = NO_OPTIONS) {
      if (arguments.length === 0) throw missingArgs('type');
      super(type, options);
      Object.defineProperty(this, kDetail, { value: options?.detail ?? null });
    }
    get detail() {
      stateOf(this, 'CustomEvent');
      return this[kDetail];
    }
  }
  tagged(CustomEvent.prototype, 'CustomEvent');
  enumerable(CustomEvent.prototype, ['detail']);

  function uncaught(error) { internal.process.nextTick(() => { throw error; }); }

  // The listeners of a type are a list that dispatch walks while it may change: one that is added is reached unless the
  // last one adds it.
  class Listener {
    constructor(previous, listener, { once, capture, passive, nodeStyle, resist }) {
      Object.assign(this, { next: undefined, previous, listener, once, capture, passive, nodeStyle, resist, removed: false });
      previous.next = this;
      this.callback = typeof listener === 'function' ? listener : async (...args) => {
        if (listener.handleEvent) await Reflect.apply(listener.handleEvent, listener, args);
      };
    }
    same(listener, capture) { return this.listener === listener && this.capture === capture; }
    remove() {
      this.previous.next = this.next;
      if (this.next !== undefined) this.next.previous = this.previous;
      this.removed = true;
    }
  }

  function readOptions(options) {
    if (options === NO_OPTIONS || options === null) return { once: false, capture: false, passive: false };
    if (typeof options === 'boolean') return { once: false, capture: options, passive: false };
    if (typeof options !== 'object' && typeof options !== 'function') throw invalidArgType('options', 'of type object', options);
    return {
      once: Boolean(options.once), capture: Boolean(options.capture), passive: Boolean(options.passive), signal: options.signal,
      nodeStyle: Boolean(options[kNodeStyle]), resist: Boolean(options[kResist]),
    };
  }
  function isListener(listener) {
    if (listener == null) return false;
    if (typeof listener === 'function' || typeof listener === 'object') return true;
    throw invalidArgType('listener', 'an instance of EventListener', listener);
  }
  function check(target, name = 'EventTarget') {
    if (!target?.constructor?.[kIsEventTarget]) throw invalidThis(name);
  }
  function warn(target, type, name, message, count) {
    const warning = new Error(message);
    warning.name = name;
    warning.target = target;
    warning.type = type;
    if (count !== undefined) warning.count = count;
    internal.process.emitWarning(warning);
  }
  function initEventTarget(self) {
    self[kEvents] = new Map();
    self[kMax] = EventEmitter.defaultMaxListeners;
    self[kWarned] = false;
    self[kHandlers] = new Map();
  }

  class EventTarget {
    static [kIsEventTarget] = true;
    constructor() { initEventTarget(this); }
    [kAdded](size, type) {
      if (this[kMax] <= 0 || size <= this[kMax] || this[kWarned]) return;
      this[kWarned] = true;
      warn(this, type, 'MaxListenersExceededWarning', `Possible EventTarget memory leak detected. ${size} ${type} listeners ` +
        `added to ${binding.inspect(this, -1)}. MaxListeners is ${this[kMax]}. Use events.setMaxListeners() to increase limit`, size);
    }
    [kRemoved]() {}
    addEventListener(type, listener, options = NO_OPTIONS) {
      check(this);
      if (arguments.length < 2) throw missingArgs('type', 'listener');
      const chosen = readOptions(options);
      validateAbortSignal(chosen.signal, 'options.signal');
      if (chosen.signal) {
        if (chosen.signal.aborted) return;
        chosen.signal.addEventListener('abort', () => this.removeEventListener(type, listener, options), { once: true, [kResist]: true });
      }
      if (!isListener(listener)) {
        warn(this, type, 'AddEventListenerArgumentTypeWarning', `addEventListener called with ${listener} which has no effect.`);
        return;
      }
      type = `${type}`;
      let root = this[kEvents].get(type);
      const isNew = root === undefined;
      if (isNew) root = { size: 0, next: undefined, resist: false };
      let last = root;
      for (; last.next !== undefined; last = last.next) if (last.next.same(listener, chosen.capture)) return;
      new Listener(last, listener, chosen);
      root.size++;
      root.resist ||= Boolean(chosen.resist);
      this[kAdded](root.size, type, listener);
      if (isNew) this[kEvents].set(type, root);
    }
    removeEventListener(type, listener, options = NO_OPTIONS) {
      check(this);
      if (arguments.length < 2) throw missingArgs('type', 'listener');
      if (!isListener(listener)) return;
      type = `${type}`;
      const capture = options?.capture === true;
      const root = this[kEvents].get(type);
      for (let handler = root?.next; handler !== undefined; handler = handler.next) {
        if (!handler.same(listener, capture)) continue;
        handler.remove();
        if (--root.size === 0) this[kEvents].delete(type);
        this[kRemoved](root.size, type, listener);
        return;
      }
    }
    dispatchEvent(event) {
      check(this);
      if (arguments.length < 1) throw missingArgs('event');
      if (!(event instanceof Event)) throw invalidArgType('event', 'an instance of Event', event);
      if (stateOf(event).dispatching) {
        throw nodeError(Error, 'ERR_EVENT_RECURSION', `The event "${event.type}" is already being dispatched`);
      }
      this[kDispatch](event, event.type, event);
      return event.defaultPrevented !== true;
    }
    [kDispatch](value, type, event) {
      let state = event && stateOf(event);
      const begin = () => Object.assign(state, { target: this, dispatching: true });
      const make = () => {
        if (event === undefined) {
          event = this[kCreateEvent](value, type);
          state = stateOf(event);
          begin();
        }
        return event;
      };
      if (state) begin();
      const root = this[kEvents].get(type);
      let next;
      for (let handler = root?.next; handler !== undefined; handler = next) {
        if (!root.resist && !handler.passive && state?.stop) break;
        next = handler.next;
        if (handler.removed || (state?.stop && !handler.resist)) continue;
        if (handler.once) {
          handler.remove();
          root.size--;
          this[kRemoved](root.size, type, handler.listener);
        }
        try {
          const argument = handler.nodeStyle ? value : make();
          const result = Reflect.apply(handler.callback, this, [argument]);
          if (!handler.nodeStyle) state.dispatching = false;
          if (result !== undefined && result !== null && typeof result.then === 'function') {
            Reflect.apply(result.then, result, [undefined, uncaught]);
          }
        } catch (error) {
          uncaught(error);
        }
      }
      if (state) state.dispatching = false;
    }
    [kCreateEvent](value, type) { return new CustomEvent(type, { detail: value }); }
    [kInspect](depth, options) {
      check(this);
      return depth < 0 ? this.constructor.name : shown(this, {}, depth, options);
    }
  }
  tagged(EventTarget.prototype, 'EventTarget');
  enumerable(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']);

  // An event target that also has the methods of an emitter.
  class NodeEventTarget extends EventTarget {
    static defaultMaxListeners = 10;
    setMaxListeners(n) { this[kMax] = n; }
    getMaxListeners() { return this[kMax]; }
    eventNames() { return Array.from(this[kEvents].keys()); }
    listenerCount(type) { return this[kEvents].get(String(type))?.size ?? 0; }
    off(type, listener, options) { this.removeEventListener(type, listener, options); return this; }
    removeListener(type, listener, options) { this.removeEventListener(type, listener, options); return this; }
    on(type, listener) { this.addEventListener(type, listener, { [kNodeStyle]: true }); return this; }
    addListener(type, listener) { this.addEventListener(type, listener, { [kNodeStyle]: true }); return this; }
    emit(type, argument) {
      validateString(type, 'type');
      const had = this.listenerCount(type) > 0;
      this[kDispatch](argument, type);
      return had;
    }
    once(type, listener) { this.addEventListener(type, listener, { once: true, [kNodeStyle]: true }); return this; }
    removeAllListeners(type) {
      if (type !== undefined) this[kEvents].delete(String(type)); else this[kEvents].clear();
      return this;
    }
  }
  enumerable(NodeEventTarget.prototype, Object.getOwnPropertyNames(NodeEventTarget.prototype).filter((name) => name !== 'constructor'));

  // `onmessage` and its like: a listener that keeps its place when another function is assigned.
  function defineEventHandler(proto, name) {
    Object.defineProperty(proto, `on${name}`, {
      get() { return this[kHandlers]?.get(name)?.handler ?? null; },
      set(value) {
        let wrapped = this[kHandlers].get(name);
        if (wrapped === undefined) {
          wrapped = function (...args) {
            return typeof wrapped.handler === 'function' ? Reflect.apply(wrapped.handler, this, args) : undefined;
          };
          wrapped.handler = value;
          this.addEventListener(name, wrapped);
          this[kHandlers].set(name, wrapped);
          return;
        }
        const root = this[kEvents].get(name);
        if (typeof wrapped.handler === 'function') this[kRemoved](--root.size, name, wrapped.handler);
        wrapped.handler = value;
        if (typeof value === 'function') this[kAdded](++root.size, name, value);
      },
      configurable: true,
      enumerable: true,
    });
  }

  internal.modules['internal/event_target'] = () => ({
    Event, CustomEvent, EventTarget, NodeEventTarget, defineEventHandler, initEventTarget, shown, tagged, enumerable, stateOf,
    kAdded, kRemoved, kCreateEvent, kDispatch, kResist, kTrusted, kMax, kEvents,
  });
})
