// a subclass with a species of its own
class Traced extends Promise { then(a, b) { console.log('then'); return super.then(a, b); } }
const traced = Traced.resolve(1);
(async () => { console.log('got', await traced); })();
traced.finally(() => console.log('finally'));
Promise.resolve(traced).then(() => console.log('plain'));
