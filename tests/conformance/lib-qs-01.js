const qs = require('querystring');
console.log(qs.parse('a=1&b=2&a=3&c&d=x+y%20z&=v&e=%E2%82%AC&f=%zz&&g=%ff'), qs.parse(''), qs.parse('a:1;b:2', ';', ':'), qs.parse('a=1&b=2&c=3', null, null, { maxKeys: 2 }), qs.parse('w=%D6%D0', null, null, { decodeURIComponent: (s) => s.toUpperCase() }));
console.log(qs.stringify({ a: 1, b: ['x', 'y z'], c: '€&=', d: true, e: null, f: undefined, g: NaN, h: {}, i: 5n, j: [] }), qs.stringify({ a: 'b', c: 'd' }, ';', ':'), qs.stringify('x'), qs.stringify(null), qs.stringify({ a: ' ' }, null, null, { encodeURIComponent: (s) => `<${s}>` }));
console.log(qs.escape('a b&c/ü~!*()\''), qs.unescape('%41+%zz'), qs.encode === qs.stringify, qs.decode === qs.parse, Object.keys(qs));
try { qs.escape(String.fromCharCode(0xd800)); } catch (e) { console.log(e.name, e.code, e.message); }
console.log(Object.getPrototypeOf(qs.parse('a=1')), qs.parse('__proto__=1&hasOwnProperty=2'));
