// AbortController and AbortSignal: abort listeners are called synchronously (section 11).
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType } = internal;
  const { validateUint32 } = internal.validators;
  const { ERR_INVALID_THIS: invalidThis } = internal.errors.codes;
  const { EventTarget, Event, defineEventHandler, shown, tagged, enumerable, kTrusted } = internal.require('internal/event_target');
  const { DOMException } = internal.require('internal/dom_exception');
  const kInspect = Symbol.for('nodejs.util.inspect.custom');
  const aborted = (text = 'This operation was aborted', name = 'AbortError') => new DOMException(text, name);
  // What is known of each signal; `sources` are the signals that a signal of `AbortSignal.any` follows.
  const states = new WeakMap();
  function stateOf(signal) {
    const state = states.get(signal);
    if (state === undefined) throw invalidThis('AbortSignal');
    return state;
  }

  class AbortSignal extends EventTarget {
    constructor() { throw nodeError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'); }
    get aborted() { return stateOf(this).aborted; }
    get reason() { return stateOf(this).reason; }
    throwIfAborted() { if (stateOf(this).aborted) throw stateOf(this).reason; }
    [kInspect](depth, options) {
      return depth < 0 ? this : shown(this, { aborted: this.aborted }, depth, options);
    }
    static abort(reason = aborted()) { return createSignal({ aborted: true, reason }); }
    static timeout(delay) {
      validateUint32(delay, 'delay');
      const signal = createSignal();
      setTimeout(() => abortSignal(signal, aborted('The operation was aborted due to timeout', 'TimeoutError')), delay).unref();
      return signal;
    }
    static any(signals) {
      if (!Array.isArray(signals)) throw invalidArgType('signals', 'an instance of Array', signals);
      signals.forEach((signal, at) => {
        if (!states.has(signal)) throw invalidArgType(`signals[${at}]`, 'an instance of AbortSignal', signal);
      });
      const result = createSignal({ sources: new Set() });
      const own = states.get(result);
      for (const signal of signals) {
        if (signal.aborted) {
          abortSignal(result, signal.reason);
          return result;
        }
        for (const source of states.get(signal).sources ?? [signal]) {
          if (own.sources.has(source)) continue;
          own.sources.add(source);
          states.get(source).dependants.push(result);
        }
      }
      return result;
    }
  }
  tagged(AbortSignal.prototype, 'AbortSignal');
  enumerable(AbortSignal.prototype, ['aborted']);
  defineEventHandler(AbortSignal.prototype, 'abort');
  const setTimeout = globalThis.setTimeout;

  function createSignal({ aborted = false, reason = undefined, sources = undefined } = {}) {
    const signal = Object.setPrototypeOf(new EventTarget(), AbortSignal.prototype);
    states.set(signal, { aborted, reason, sources, dependants: [] });
    return signal;
  }
  function abortSignal(signal, reason) {
    const state = states.get(signal);
    if (state.aborted) return;
    state.aborted = true;
    state.reason = reason;
    signal.dispatchEvent(new Event('abort', { [kTrusted]: true }));
    for (const dependant of state.dependants) abortSignal(dependant, reason);
  }

  class AbortController {
    #signal;
    get signal() { return (this.#signal ??= createSignal()); }
    abort(reason = aborted()) { abortSignal((this.#signal ??= createSignal()), reason); }
    [kInspect](depth, options) {
      return depth < 0 ? this : shown(this, { signal: this.signal }, depth, options);
    }
  }
  tagged(AbortController.prototype, 'AbortController');
  enumerable(AbortController.prototype, ['signal', 'abort']);
  internal.modules['internal/abort'] = () => ({ AbortController, AbortSignal });
})
