// generators: no queue, return and throw, delegation
function* inner() { try { const got = yield 'i1'; console.log('inner got', got); yield 'i2'; } finally { console.log('inner closed'); } return 'R'; }
function* outer() { const r = yield* inner(); console.log('r', r); yield 'o'; }
const it = outer();
console.log(it.next('ignored').value, it.next('x').value);
console.log(it.return('early').value, it.next().done);
const other = outer();
other.next();
try { other.throw(new Error('thrown in')); } catch (error) { console.log('out', error.message); }
console.log([...outer()].join());
