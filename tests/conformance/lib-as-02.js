const assert = require('assert');
const show = (f) => { try { const r = f(); console.log('passed', r); } catch (e) { console.log(e.name, e.code, e.generatedMessage, e.operator, '|' + e.message + '|'); } };
const boom = () => { throw new TypeError('Wrong value'); };
show(() => assert.throws(boom)); show(() => assert.throws(() => {})); show(() => assert.throws(() => {}, TypeError)); show(() => assert.throws(() => {}, 'message')); show(() => assert.throws(boom, TypeError)); show(() => assert.throws(boom, RangeError)); show(() => assert.throws(boom, /Wrong/)); show(() => assert.throws(boom, /right/)); show(() => assert.throws(boom, { name: 'TypeError', message: 'Wrong value' })); show(() => assert.throws(boom, { message: /Wrong/ })); show(() => assert.throws(boom, { message: 'Other' })); show(() => assert.throws(boom, (e) => e instanceof TypeError)); show(() => assert.throws(boom, (e) => false)); show(() => assert.throws(boom, 'Wrong value')); show(() => assert.throws('x')); show(() => assert.throws(boom, {})); show(() => assert.throws(boom, new TypeError('Wrong value'))); show(() => assert.throws(() => { throw null; }, TypeError));
show(() => assert.doesNotThrow(boom)); show(() => assert.doesNotThrow(() => {})); show(() => assert.doesNotThrow(boom, TypeError, 'whoops')); show(() => assert.doesNotThrow(boom, RangeError));
(async () => {
  for (const f of [() => assert.rejects(Promise.reject(new Error('no'))), () => assert.rejects(async () => 1), () => assert.rejects(Promise.resolve(1), /x/), () => assert.rejects(() => 5), () => assert.rejects(5), () => assert.doesNotReject(Promise.reject(new Error('r'))), () => assert.doesNotReject(async () => 1), () => assert.rejects(async () => { throw new RangeError('r'); }, { name: 'RangeError' })]) {
    try { console.log('passed', await f()); } catch (e) { console.log(e.name, e.code, e.operator, '|' + e.message + '|'); }
  }
})();
process.nextTick(() => console.log('tick'));
const e = new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' }); console.log(e.message, e.name, String(e), Object.keys(e), e instanceof Error);
try { assert.deepStrictEqual({ a: 1 }, { a: 2 }); } catch (error) { console.log(error.actual, error.expected, JSON.stringify(error)); }
