function* inner(n) { try { yield 1; yield 2; } finally { console.log('closed', n); } }
async function* ainner(n) { try { yield 1; yield 2; } finally { console.log('aclosed', n); } }
function* s1() { for (const x of inner('s1')) yield x; }
const i = s1(); i.next(); console.log(i.return(5));
function* s2() { yield* inner('s2'); } const i2 = s2(); i2.next(); console.log(i2.return(5));
function* s3() { for (const x of inner('s3')) for (const y of inner('s3b')) yield x; } const i3 = s3(); i3.next(); console.log(i3.return(5));
function* s4() { const [a, b = yield 'in'] = inner('s4'); } 
function* s5() { for (const x of inner('s5')) { try { yield x; } finally { console.log('f5'); } } } const i5 = s5(); i5.next(); console.log(i5.return(5));
function* s6() { for (const x of inner('s6')) yield x; } const i6 = s6(); i6.next(); try { i6.throw(6); } catch (e) { console.log(e); }
(async () => {
  async function* a1() { for await (const x of ainner('a1')) yield x; } let it = a1(); await it.next(); console.log(await it.return(5));
  async function* a2() { for (const x of inner('a2')) yield x; } it = a2(); await it.next(); console.log(await it.return(5));
  async function* a3() { for await (const x of ainner('a3')) yield x; } it = a3(); await it.next(); try { await it.throw(5); } catch (e) { console.log(e); }
  async function* a4() { for await (const x of ainner('a4')) { try { yield x; } finally { console.log('f4'); } } } it = a4(); await it.next(); console.log(await it.return(5));
  async function* a5() { for await (const x of inner('a5')) yield x; } it = a5(); await it.next(); console.log(await it.return(5));
  for await (const x of a1()) break;
  for await (const x of a2()) break;
  for await (const x of (async function* () { yield* ainner('y'); })()) break;
})();
