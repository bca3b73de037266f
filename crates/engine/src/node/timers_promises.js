// Ordinary timers and immediates whose callback resolves a promise: what follows is a microtask of that callback (section 11).
(function (binding, internal) {
  'use strict';
  const { nodeError } = internal;
  const { validateNumber, validateObject, validateAbortSignal, validateBoolean } = internal.validators;
  const { AbortError, codes: { ERR_INVALID_THIS: invalidThis } } = internal.errors;
  const { setTimeout: startTimeout, setInterval: startInterval, setImmediate: startImmediate,
    clearTimeout, clearInterval, clearImmediate } = internal.timerFunctions;

  function check(delay, options) {
    if (delay !== undefined) validateNumber(delay, 'delay');
    validateObject(options, 'options');
    validateAbortSignal(options.signal, 'options.signal');
    if (options.ref !== undefined) validateBoolean(options.ref, 'options.ref');
  }
  const abortError = (signal) => new AbortError(undefined, { cause: signal?.reason });
  const listenerOptions = (more) => ({ [internal.require('internal/event_target').kResist]: true, ...more });

  // As many promise jobs as Node's own `finally`, which a program cannot have changed, takes.
  const atLast = (promise, callback) => new Promise((resolve, reject) => {
    new Promise((resolve, reject) => promise.then(resolve, reject)).finally(callback).then(resolve, reject);
  });

  // Both kinds of one-shot promise: `start` begins it with the promise's resolver, `clear` ends it.
  function once(options, start, clear) {
    const { signal, ref = true } = options;
    if (signal?.aborted) return Promise.reject(abortError(signal));
    let cancel;
    const promise = new Promise((resolve, reject) => {
      const handle = start(resolve);
      if (!ref) handle.unref();
      if (!signal) return;
      cancel = () => {
        if (handle._destroyed) return;
        clear(handle);
        reject(abortError(signal));
      };
      signal.addEventListener('abort', cancel, listenerOptions());
    });
    return cancel === undefined ? promise : atLast(promise, () => signal.removeEventListener('abort', cancel));
  }

  function setTimeout(delay, value, options = {}) {
    try { check(delay, options); } catch (error) { return Promise.reject(error); }
    return once(options, (resolve) => startTimeout(resolve, delay, value), clearTimeout);
  }
  function setImmediate(value, options = {}) {
    try { check(undefined, options); } catch (error) { return Promise.reject(error); }
    return once(options, (resolve) => startImmediate(resolve, value), clearImmediate);
  }
  // Ticks that nobody waited for are delivered later, one by one.
  async function* setInterval(delay, value, options = {}) {
    check(delay, options);
    const { signal, ref = true } = options;
    if (signal?.aborted) throw abortError(signal);
    let missed = 0;
    let wake;
    const waken = (result) => {
      const resolve = wake;
      wake = undefined;
      resolve?.(result);
    };
    const interval = startInterval(() => { missed++; waken(); }, delay);
    if (!ref) interval.unref();
    const cancel = () => {
      clearInterval(interval);
      if (wake) waken(Promise.reject(abortError(signal)));
    };
    try {
      signal?.addEventListener('abort', cancel, listenerOptions({ once: true }));
      while (!signal?.aborted) {
        if (missed === 0) await new Promise((resolve) => { wake = resolve; });
        for (; missed > 0; missed--) yield value;
      }
      throw abortError(signal);
    } finally {
      clearInterval(interval);
      signal?.removeEventListener('abort', cancel);
    }
  }

  class Scheduler {
    #known = true;
    constructor(permission) {
      if (permission !== internal) throw nodeError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    }
    yield() {
      if (!(#known in this)) throw invalidThis('Scheduler');
      return setImmediate();
    }
    wait(delay, options) {
      if (!(#known in this)) throw invalidThis('Scheduler');
      return setTimeout(delay, undefined, options);
    }
  }
  internal.modules['timers/promises'] = () => ({ setTimeout, setImmediate, setInterval, scheduler: new Scheduler(internal) });
})
