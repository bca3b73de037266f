// Messages of errors: functions of the language.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc', sym = Symbol('q'), big = 10n; class Foo {}
check(() => Object.create(null) + '');
check(() => `${Object.create(null)}`);
check(() => u.toString());
check(() => n.toString());
check(() => new DataView(new ArrayBuffer(1)).getInt32(0));
check(() => structuredClone(() => {}));
check(() => Buffer.from(5));
check(() => eval('{'));
check(() => eval('let a; let a'));
check(() => eval('var x = ;'));
check(() => Symbol() + 1);
