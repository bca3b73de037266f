// Errors of the language on their way through promises.
const show = (where) => (e) => console.log(where, e.name, e.message, typeof e.stack);
Promise.resolve().then(() => null.x).catch(show('then'));
new Promise(() => { undefined.y; }).catch(show('executor'));
(async () => { await 1; missing(); })().catch(show('async'));
(async () => { const { a } = await null; })().catch(show('pattern'));
Promise.resolve(1).then(5).then((v) => v.z.w).catch(show('value'));
Promise.all([1, Promise.reject(new TypeError('given'))]).catch(show('all'));
Promise.allSettled([(async () => null.p)()]).then(([r]) => show('settled')(r.reason));
const p = Promise.resolve().then(() => p); p.catch(show('cycle'));
(async () => { try { await Promise.reject(new Error('kept')); } catch (e) { show('caught')(e); throw e; } finally { console.log('finally'); } })().catch(show('again'));
(async function* () { yield 1; [].q.r; })().next().then((r) => console.log(r));
queueMicrotask(() => { try { [].map.call(null); } catch ({ name }) { console.log('pattern in catch', name); } });
process.on('unhandledRejection', (e) => console.log('unhandled', e.message));
Promise.reject(new Error('left'));
(async () => { for (const x of 5) ; })();
