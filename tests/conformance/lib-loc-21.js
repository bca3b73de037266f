// localeCompare of ASCII texts: letters before case, digits as numbers when asked.
const words = ['b', 'a', 'B', 'A', 'a10', 'a2', 'a-b', 'ab', '', 'Z', 'z', '_x', '10', '9', 'a b', 'file.js', 'file-1.js', 'File.js', '$', '#', 'README', 'readme'];
console.log([...words].sort((a, b) => a.localeCompare(b)));
console.log([...words].sort((a, b) => a.localeCompare(b, undefined, { numeric: true })));
console.log([...words].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base', numeric: true })));
console.log('aB'.localeCompare('Ab'), 'a'.localeCompare('A', 'en-US', { sensitivity: 'accent' }), 'a'.localeCompare('A', undefined, { caseFirst: 'upper' }), 'x'.localeCompare('x'), 'a\u0001'.localeCompare('a'));
console.log('a010'.localeCompare('a10', undefined, { numeric: true }), '00'.localeCompare('0', undefined, { numeric: true }), '1.5'.localeCompare('1.10', undefined, { numeric: true }), 'undefined'.localeCompare());
try { 'a'.localeCompare('b', 'en', { sensitivity: 'x' }); } catch (e) { console.log(e.name, e.message); }
try { ''.localeCompare.call(null); } catch (e) { console.log(e.name, e.message); }
console.log(''.localeCompare.length, ''.localeCompare.name);
