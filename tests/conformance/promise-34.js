// any, allSettled and their errors
Promise.any([Promise.reject(new Error('a')), Promise.reject(new Error('b'))]).catch((error) => console.log(error.constructor.name, error.message, error.errors.map((e) => e.message).join()));
Promise.any([Promise.reject(1), new Promise((r) => setImmediate(r, 'late')), Promise.resolve('soon')]).then((v) => console.log('any', v));
Promise.allSettled([1, Promise.reject('x')]).then((all) => console.log(all.map((one) => one.status + (one.value || one.reason)).join()));
Promise.any([]).catch((error) => console.log('empty', error.errors.length));
