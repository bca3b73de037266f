// await of each sort of value
let at = 0;
let p = Promise.resolve(); for (let i = 1; i <= 12; i++) p = p.then(() => { at = i; });
class Sub extends Promise {}
(async () => { await 1; console.log('value', at); })();
(async () => { await Promise.resolve(); console.log('promise', at); })();
(async () => { await { then(resolve) { resolve(); } }; console.log('thenable', at); })();
(async () => { await new Sub((resolve) => resolve()); console.log('subclass', at); })();
(async () => { await (async () => {})(); console.log('async function', at); })();
(async () => { try { await Promise.reject(); } catch { console.log('rejection', at); } })();
(async () => { return await Promise.resolve(); })().then(() => console.log('return await', at));
(async () => { await (async () => { await null; })(); console.log('nested', at); })();
