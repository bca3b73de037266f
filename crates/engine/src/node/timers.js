// Timers and immediates: what the program holds of them. Their order is the event loop's business.
(function (binding, internal) {
  'use strict';
  const { validateFunction, nodeError, refuseMissing } = internal;
  const TIMEOUT_MAX = 2 ** 31 - 1;
  const kRefed = Symbol('refed');
  const kHasPrimitive = Symbol('kHasPrimitive');
  const kAsyncId = Symbol('asyncId');
  const byId = new Map();

  // Semantics 4.1.
  function coerce(after) {
    after *= 1;
    if (after >= 1 && after <= TIMEOUT_MAX) return after;
    if (after > TIMEOUT_MAX) {
      internal.process.emitWarning(
        `${after} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`, 'TimeoutOverflowWarning');
    } else if (internal.major >= 24) {
      warnOnce(after);
    }
    return 1;
  }

  const warned = { negative: false, nan: false };
  function warnOnce(after) {
    if (after < 0 && !warned.negative) {
      warned.negative = true;
      internal.process.emitWarning(`${after} is a negative number.\nTimeout duration was set to 1.`, 'TimeoutNegativeWarning');
    } else if (Number.isNaN(after) && !warned.nan) {
      warned.nan = true;
      internal.process.emitWarning(`${after} is not a number.\nTimeout duration was set to 1.`, 'TimeoutNaNWarning');
    }
  }

  class Timeout {
    #task;
    constructor(callback, after, args, repeats) {
      after = after === undefined ? 1 : coerce(after);
      this._idleTimeout = after;
      this._onTimeout = callback;
      this._timerArgs = args;
      this._repeat = repeats ? after : null;
      this._destroyed = false;
      this[kRefed] = true;
      this.#task = binding.setTimer(Timeout.#fire, this, callback, Math.trunc(after), repeats);
      this[kAsyncId] = this.#task;
    }
    // Called by the loop with the timer as `this`.
    static #fire() {
      if (!this._onTimeout) return;
      try {
        if (this._timerArgs === undefined) this._onTimeout(); else this._onTimeout(...this._timerArgs);
      } finally {
        if (this._repeat === null && !binding.timerIsListed(this.#task)) this.#destroy();
      }
    }
    #destroy() {
      this._destroyed = true;
      if (this[kHasPrimitive]) byId.delete(this.#task);
    }
    refresh() {
      if (this._idleTimeout < 0) return this;
      this._destroyed = false;
      binding.refreshTimer(this.#task, Timeout.#fire, this, Math.trunc(this._idleTimeout), this._repeat !== null, this[kRefed]);
      return this;
    }
    ref() {
      this[kRefed] = true;
      binding.setTimerRef(this.#task, true);
      return this;
    }
    unref() {
      this[kRefed] = false;
      binding.setTimerRef(this.#task, false);
      return this;
    }
    hasRef() { return this[kRefed]; }
    close() {
      clearTimeout(this);
      return this;
    }
    [Symbol.toPrimitive]() {
      if (!this[kHasPrimitive]) {
        this[kHasPrimitive] = true;
        byId.set(this.#task, this);
      }
      return this.#task;
    }
    static clear(timer) {
      if (timer._destroyed) return;
      binding.clearTimer(timer.#task);
      timer._onTimeout = null;
      timer._idleTimeout = -1;
      timer.#destroy();
    }
  }
  const clear = Timeout.clear;
  delete Timeout.clear;

  function setTimeout(callback, after, ...args) {
    validateFunction(callback, 'callback');
    return new Timeout(callback, after, args.length ? args : undefined, false);
  }
  function setInterval(callback, repeat, ...args) {
    validateFunction(callback, 'callback');
    return new Timeout(callback, repeat, args.length ? args : undefined, true);
  }
  // Semantics 4.6: the object, its id as a number or a string, or anything else, which is ignored.
  function clearTimeout(timer) {
    if (timer instanceof Timeout) {
      clear(timer);
    } else if (typeof timer === 'number' || typeof timer === 'string') {
      const known = byId.get(Number(timer));
      if (known !== undefined) clear(known);
    }
  }
  function clearInterval(timer) { clearTimeout(timer); }

  class Immediate {
    #task;
    constructor(callback, args) {
      this._onImmediate = callback;
      this._argv = args;
      this._destroyed = false;
      this[kRefed] = true;
      this.#task = binding.setImmediate(Immediate.#fire, this, callback);
    }
    static #fire() {
      this._destroyed = true;
      this[kRefed] = null;
      const callback = this._onImmediate;
      try {
        if (this._argv === undefined) this._onImmediate(); else this._onImmediate(...this._argv);
      } finally {
        if (this._onImmediate === callback) this._onImmediate = null;
      }
    }
    ref() {
      if (this[kRefed] === false) {
        this[kRefed] = true;
        binding.setImmediateRef(this.#task, true);
      }
      return this;
    }
    unref() {
      if (this[kRefed] === true) {
        this[kRefed] = false;
        binding.setImmediateRef(this.#task, false);
      }
      return this;
    }
    hasRef() { return !!this[kRefed]; }
    static clear(immediate) {
      if (immediate._destroyed) return;
      immediate._destroyed = true;
      immediate[kRefed] = null;
      immediate._onImmediate = null;
      binding.clearImmediate(immediate.#task);
    }
  }
  const clearOne = Immediate.clear;
  delete Immediate.clear;

  function setImmediate(callback, ...args) {
    validateFunction(callback, 'callback');
    return new Immediate(callback, args.length ? args : undefined);
  }
  // Semantics 5.5: up to Node 22 something that is no object throws.
  function clearImmediate(immediate) {
    if (!immediate) return;
    if (internal.major < 24 && typeof immediate !== 'object' && typeof immediate !== 'function') {
      throw nodeErrorless(immediate);
    }
    if (immediate instanceof Immediate) clearOne(immediate);
  }
  function nodeErrorless(value) {
    return new TypeError(`Cannot create property '_destroyed' on ${typeof value} '${String(value)}'`);
  }

  function queueMicrotask(callback) {
    validateFunction(callback, 'callback');
    binding.queueMicrotask(callback);
  }

  const functions = { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate };
  for (const [name, value] of Object.entries({ ...functions, queueMicrotask })) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
  }
  internal.timerFunctions = functions;
  for (const fn of [setTimeout, setImmediate]) {
    Object.defineProperty(fn, Symbol.for('nodejs.util.promisify.custom'), {
      enumerable: true, get: () => internal.require('timers/promises')[fn.name],
    });
  }
  internal.modules.timers = () => {
    const timers = { ...functions };
    Object.defineProperty(timers, 'promises', {
      get: () => internal.require('timers/promises'), enumerable: true, configurable: true,
    });
    refuseMissing(timers, 'timers.', ['_unrefActive', 'active', 'enroll', 'unenroll']);
    return timers;
  };
})
