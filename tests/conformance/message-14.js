// Messages of errors: functions of the language.
function check(f) { try { const r = f(); console.log('no error', r); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
var u, n = null, obj = { a: 1, nested: {}, f() { return {}; }, arr: [] }, arr = [1, 2], num = 5, str = 'abc', sym = Symbol('q'), big = 10n; class Foo {}
check(() => JSON.parse('"\\x"'));
check(() => JSON.parse('01'));
check(() => JSON.parse('1.'));
check(() => JSON.parse('-'));
check(() => JSON.parse('[1,2'));
check(() => JSON.parse('{"a":1'));
check(() => JSON.parse('{"name":"Alice","age":30,"city":"Paris","x":oops,"and":"more text after it"}'));
check(() => JSON.parse('\n\n  {\n "a": x\n}'));
check(() => JSON.parse('+1'));
check(() => JSON.parse('"\\u12"'));
check(() => JSON.parse('{"a":1 "b":2}'));
check(() => JSON.parse('['));
check(() => JSON.parse('{"'));
check(() => JSON.parse('{"a"'));
check(() => JSON.parse('{"a":'));
check(() => JSON.parse('1e'));
check(() => JSON.parse('NaN'));
check(() => JSON.parse('  '));
check(() => JSON.parse('{,}'));
check(() => JSON.parse(']'));
check(() => JSON.parse('{1:2}'));
check(() => JSON.parse('"abc'));
check(() => JSON.parse('é'));  check(() => { const a = {}; a.self = a; JSON.stringify(a); });
check(() => { const a = { b: {} }; a.b.c = a; JSON.stringify(a); });
check(() => { const a = { b: { c: {} } }; a.b.c.d = a; JSON.stringify(a); });
check(() => { const a = [1]; a.push(a); JSON.stringify(a); });
