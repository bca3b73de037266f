// path.win32: drives, shares, separators of both kinds, and path.posix beside it.
const path = require('path');
const { win32, posix } = path;
const show = (name, ...args) => {
  let value;
  try { value = JSON.stringify(win32[name](...args)); } catch (error) { value = `${error.code}: ${error.message}`; }
  console.log(`${name}(${args.map((one) => JSON.stringify(one)).join(', ')}) = ${value}`);
};
console.log(win32.sep, win32.delimiter, posix.sep, posix.delimiter, path === posix, win32.win32 === win32, posix.win32 === win32, win32.posix === posix);
for (const p of ['C:\\temp\\\\foo\\bar\\..\\', 'C:////temp\\\\/\\/foo/bar', 'C:..\\a', 'c:', '\\\\server\\share', '//server/share/a/..', '', '/', '..\\..\\x', 'a/./b/', 'x:/a', './c:d', 'cons', 'nul:x']) show('normalize', p);
for (const p of ['C:\\foo\\bar\\baz.txt', 'C:\\', 'c:x', '\\\\server\\share\\dir\\file.tar.gz', 'a', '\\', 'dir\\', '.bashrc', 'C:\\a\\.', '..']) {
  show('dirname', p); show('basename', p); show('extname', p); show('parse', p); show('isAbsolute', p); if (win32.isAbsolute(p)) show('toNamespacedPath', p);
}
show('basename', 'C:\\foo.HTML', '.html'); show('basename', 'C:\\foo.html', '.html'); show('basename', 'aa', 'aa'); show('basename', '/', 'x');
show('join', 'C:', 'a', '..', 'b'); show('join', '//server', 'share', 'x'); show('join', '/', '/x'); show('join', 'a', ''); show('join'); show('join', 'a', 5);
show('resolve', 'C:\\a', 'D:\\b', '..\\c'); show('resolve', 'C:\\a', '\\b'); show('resolve', '\\\\s\\t', 'x'); show('resolve', 'C:\\a', 'c:b'); show('resolve', 'C:\\', 7);
show('relative', 'C:\\orandea\\test\\aaa', 'C:\\orandea\\impl\\bbb'); show('relative', 'C:\\a', 'D:\\b'); show('relative', 'C:\\A\\b', 'c:\\a'); show('relative', '\\\\s\\t\\a', '\\\\s\\t\\b'); show('relative', 'C:\\', 'C:\\x');
show('format', { dir: 'C:\\path', base: 'file.txt' }); show('format', { root: 'C:\\', name: 'file', ext: '.txt' }); show('format', null);
console.log(posix.basename('/', 'x'), posix.basename('a.js', 'a.js') === '', posix.basename('/x/a.js', '.js'), posix.join('a\\b', 'c'));
try { posix.resolve('a', {}); } catch (error) { console.log(error.message); }
for (const name of Object.keys(win32)) if (typeof win32[name] === 'function' && name !== 'matchesGlob') console.log(name, win32[name].length);
