// throw() into a generator that catches, and into one that does not
async function* g() { try { yield 1; } catch (error) { console.log('inside', error.message); yield 'caught'; } }
(async () => {
  const a = g();
  await a.next();
  console.log((await a.throw(new Error('x'))).value);
  console.log((await a.next()).done);
  const b = g();
  try { await b.throw(new Error('y')); } catch (error) { console.log('outside', error.message); }
  console.log((await b.next()).done);
})();
