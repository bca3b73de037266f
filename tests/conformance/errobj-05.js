// What a catch clause sees.
function f() { try { return null.a; } catch (e) { return e.message; } finally { console.log('finally'); } }
console.log(f());
try { try { undefined.inner; } finally { console.log('inner finally'); } } catch (e) { console.log(e.message); }
try { try { x.y; } catch (e) { throw new Error('wrapped', { cause: e }); } } catch (e) { console.log(e.message, '<-', e.cause.message); }
try { throw null; } catch (e) { console.log(e); }
try { null.q; } catch { console.log('no parameter'); }
try { null.q; } catch ({ message, name: n, constructor: { name } }) { console.log(message, n, name); }
try { [].reduce((a) => a); } catch ({ message = 'default' }) { var message2 = message; } console.log(message2);
const errors = []; for (const value of [null, undefined]) { try { value.prop; } catch (e) { errors.push(e); } } console.log(errors.map(String), errors[0] === errors[1]);
try { (function g() { g(); })(); } catch (e) { console.log(e instanceof RangeError, e.message); }
class A { #secret = 1; static peek(o) { return o.#secret; } }
try { A.peek({}); } catch (e) { console.log(e.constructor === TypeError, e.message); }
label: for (const i of [1, 2]) { try { if (i === 1) continue label; null.z; } catch (e) { console.log(i, e.message); break label; } }
try { JSON.parse('{"a":'); } catch (e) { console.log(e.name, e.message); }
try { BigInt('x'); } catch (e) { console.log(e.name); }
console.log((() => { try { return 1; } finally { console.log('then'); } })());
