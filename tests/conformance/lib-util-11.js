// util.parseArgs: options, short groups, negatives, tokens, errors.
const { parseArgs } = require('util');
const options = {
  verbose: { type: 'boolean', short: 'v' },
  out: { type: 'string', short: 'o', default: 'a.txt' },
  tag: { type: 'string', multiple: true, short: 't' },
  color: { type: 'boolean', default: true },
};
const show = (args, more) => {
  try {
    const { values, positionals, tokens } = parseArgs({ args, options, ...more });
    console.log(values, positionals, tokens ?? '');
  } catch (e) { console.log(e.name, e.code, e.message); }
};
show([]);
show(['-v', '--out', 'b.txt', '-t', 'x', '--tag=y']);
show(['-vob.txt']);
show(['-vt', 'z', '--', '-v'], { allowPositionals: true, tokens: true });
show(['--no-color'], { allowNegative: true });
show(['--no-color']);
show(['--no-verbose', 'p'], { allowNegative: true, allowPositionals: true });
show(['--nope'], { allowPositionals: true });
show(['file']);
show(['--out']);
show(['--out', '-v']);
show(['-o', '--x']);
show(['--verbose=yes']);
show(['--nope', 'file', '-z', '--a=b'], { strict: false });
for (const bad of [{ a: { type: 'number' } }, { a: { type: 'string', short: 'xy' } }, { a: { type: 'string', default: 1 } },
  { a: { type: 'boolean', multiple: true, default: [true, 'x'] } }]) {
  try { parseArgs({ args: [], options: bad }); } catch (e) { console.log(e.code, e.message); }
}
