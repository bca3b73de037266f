// What old versions did otherwise.
(function (binding, internal) {
  'use strict';
  const { process } = internal;
  const ORIGIN = 'This error originated either by throwing inside of an async function without a catch block, ' +
    'or by rejecting a promise which was not handled with .catch(). ';
  let rejections = 0;

  // Before Node 15 a rejection that nobody handles is a warning (semantics 8.3).
  internal.warnOfRejection = function warnOfRejection(reason) {
    rejections += 1;
    const name = 'UnhandledPromiseRejectionWarning';
    process.emitWarning(reason instanceof Error ? reason.stack : String(reason), name);
    process.emitWarning(`Unhandled promise rejection. ${ORIGIN}(rejection id: ${rejections})`, name);
    if (rejections === 1) {
      process.emitWarning('Unhandled promise rejections are deprecated. In the future, promise rejections that are not ' +
        'handled will terminate the Node.js process with a non-zero exit code.', 'DeprecationWarning', 'DEP0018');
    }
  };

  // Before Node 12 `for await` awaited each result as a promise of its own, and wrapped the values of an ordinary
  // iterator once more (section 10).
  const { asyncIterator, iterator } = Symbol;
  const wrap = (promise) => (promise instanceof Promise ? new Promise((resolve) => resolve(promise)) : promise);
  function oldAsyncIterator(inner) {
    const outer = { next: () => wrap(inner.next()) };
    if (inner.return !== undefined) outer.return = () => wrap(inner.return());
    return outer;
  }
  function oldSyncIterator(inner) {
    const unwrap = ({ value, done }) =>
      wrap(new Promise((resolve) => resolve(value)).then((settled) => ({ value: settled, done })));
    const outer = { next: () => unwrap(inner.next()) };
    if (inner.return !== undefined) outer.return = () => unwrap(inner.return());
    return outer;
  }
  internal.hooks.oldForAwait = function oldForAwait(iterable) {
    const method = iterable[asyncIterator];
    const isAsync = method !== undefined && method !== null;
    const inner = isAsync ? method.call(iterable) : iterable[iterator]();
    const outer = isAsync ? oldAsyncIterator(inner) : oldSyncIterator(inner);
    return { [asyncIterator]: () => outer };
  };
})
