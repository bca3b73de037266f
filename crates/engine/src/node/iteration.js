// What generators iterate (semantics 10).
(function (binding, internal) {
  'use strict';
  const { asyncIterator, iterator } = Symbol;
  // Node 10 awaits a promise as a promise of its own.
  const old = internal.major < 12;
  const wrap = (promise) => (old && promise instanceof Promise ? new Promise((resolve) => resolve(promise)) : promise);
  const promised = (value) => (old ? new Promise((resolve) => resolve(value)) : Promise.resolve(value));
  // What an async generator makes of the result of an ordinary iterator.
  const settled = ({ value, done }) => promised(value).then((value) => ({ value, done }));
  const isMissing = (value) => value === undefined || value === null;

  // `yield*` in an async generator: the host is told which results it awaits.
  internal.hooks.delegate = function delegate(iterable) {
    const method = iterable?.[asyncIterator];
    const isAsync = !isMissing(method);
    if (!isAsync && (typeof iterable?.[iterator] !== 'function')) return iterable;
    const inner = isAsync ? method.call(iterable) : iterable[iterator]();
    const { next } = inner;
    const given = (result, returns) => {
      if (!isAsync) result = settled(result);
      return binding.delegated(wrap(result), returns);
    };
    const outer = { next: (value) => given(next.call(inner, value), false), [asyncIterator]: () => outer };
    // Without a `throw` method the iterator is closed, and nothing is returned.
    let closes = false;
    Object.defineProperties(outer, {
      return: {
        get() {
          const method = inner.return;
          return isMissing(method) ? undefined : (value) => given(method.call(inner, value), !closes);
        },
      },
      throw: {
        get() {
          const method = inner.throw;
          closes = isMissing(method);
          return closes ? undefined : (value) => given(method.call(inner, value), false);
        },
      },
    });
    return outer;
  };

  // A loop keeps its iterator, to close it when its generator is told to return.
  internal.hooks.hold = function hold(iterable, isAsync) {
    if (isMissing(iterable)) return iterable;
    let key = asyncIterator;
    let method = isAsync ? iterable[key] : undefined;
    if (isMissing(method)) {
      key = iterator;
      method = iterable[key];
    }
    if (typeof method !== 'function') return iterable;
    const inner = method.call(iterable);
    return { inner, isAsync, isSync: key === iterator, [key]: () => inner };
  };
  internal.hooks.close = function close({ inner, isAsync, isSync }) {
    const method = inner?.return;
    if (isMissing(method)) return undefined;
    const result = method.call(inner);
    if (isAsync && isSync) return settled(result);
    if (isAsync) return result;
    if (typeof result !== 'object' && typeof result !== 'function' || result === null) {
      throw new TypeError(`${binding.describe(result)} is not an object`);
    }
    return undefined;
  };
})
