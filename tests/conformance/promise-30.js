// how many turns each takes
let at = 0;
let p = Promise.resolve(); for (let i = 1; i <= 12; i++) p = p.then(() => { at = i; });
const log = (text) => () => console.log(text, at);
Promise.resolve().then(() => Promise.resolve()).then(log('then returns promise'));
Promise.resolve().finally(() => {}).then(log('finally'));
Promise.resolve().finally(() => Promise.resolve()).then(log('finally returns promise'));
Promise.reject().finally(() => {}).catch(log('finally of rejection'));
new Promise((resolve) => resolve(Promise.resolve())).then(log('resolve with promise'));
Promise.resolve({ then(resolve) { resolve(); } }).then(log('thenable'));
Promise.all([1, Promise.resolve(2)]).then(log('all'));
Promise.race([Promise.resolve(1), 2]).then(log('race'));
Promise.all([]).then(log('all of nothing'));
(async () => Promise.resolve())().then(log('async returns promise'));
(async () => { throw 1; })().catch(log('async throws'));
