// Groups, counts, assertions, timers without time.
console.group('outer'); console.log('in\nside'); console.group(); console.info({ a: { b: 1 } }); console.groupEnd(); console.warn('stderr'); console.groupEnd(); console.log('out'); console.groupEnd();
console.count(); console.count('x'); console.count(); console.countReset(); console.count(); console.count(undefined); console.count(null);
console.assert(true, 'no'); console.assert(false, 'yes %s', 1); console.assert(0); console.assert('', { a: 1 });
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 }); console.dir({ a: { b: { c: { d: 1 } } } }, { depth: null }); console.dir('text'); console.dirxml({ a: 1 }, [2]);
console.debug('debug %d', 5, 'rest'); console.log(); console.log(''); console.log('%s is %i and %f', 'pi', 3.99, 3.5, 'more'); console.log('%%', '%c styled', 'css'); console.log('%o', [1]); console.log('%j', { a: [1] }); console.log('100%', 5, '%s');
console.groupCollapsed('closed'); console.log([1, 2, { a: 3 }]); console.groupEnd();
console.log(typeof console.table, console.log.name, Object.keys(console).length > 20);
