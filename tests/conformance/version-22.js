// syntax that came with some version
const parses = (text) => { try { new Function(text); return true; } catch (error) { return error.name === 'SyntaxError' ? false : error; } };
for (const text of ['a?.b', 'a ?? b', 'a ??= b', 'a ||= b', 'class A { x = 1 }', 'class A { #x }', 'class A { static {} }', '1_000', '/a/d', '/[a--b]/v', '/(?i:a)/',
  '/(?<a>x)|(?<a>y)/', 'try {} catch {}', '10n', 'class A { #x; m(o) { return #x in o } }', '({ ...a })', 'async () => { for await (x of y); }', 'import("x", {})'])
  console.log(text, parses(text));
