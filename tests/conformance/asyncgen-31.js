let at = 0; let p = Promise.resolve(); for (let i = 1; i <= 60; i++) p = p.then(() => { at = i; });
async function* inner() { try { const x = yield 'a'; console.log('x', x, at); yield 'b'; } finally { console.log('inner fin', at); } return 'r'; }
async function* outer() { try { const r = yield* inner(); console.log('returned', r, at); yield* [1, Promise.resolve(2)]; yield 'c'; } catch (e) { console.log('caught', e, at); } finally { console.log('outer fin', at); } }
(async () => {
  let o = outer(); console.log(await o.next('i'), at); console.log(await o.next('ii'), at); console.log(await o.next(), at); console.log(await o.next(), at); console.log(await o.next(), at); console.log(await o.next(), at);
  o = outer(); await o.next(); console.log(await o.return('ret'), at);
  o = outer(); await o.next(); console.log(await o.throw('thr'), at);
})();
