// package.json: imports, the package by its own name, and what its exports lack.
const fs = require('fs');
const os = require('os');
const path = require('path');
const { createRequire } = require('module');

const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'package-'));
function put(name, text) {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, typeof text === 'string' ? text : JSON.stringify(text));
}
put('package.json', {
  name: 'mine',
  exports: {
    '.': './lib/main.js',
    './feature': { import: './lib/feature.mjs', require: './lib/feature.cjs' },
    './private/*': null,
    './parts/*': './lib/*.js',
    './gone': './lib/nowhere.js',
  },
  imports: {
    '#util': './lib/util.js', '#other': 'other', '#path': 'path', '#lib/*': './lib/*.js', '#lib/deep/*': './lib/never/*.js',
    '#either': { import: './lib/feature.mjs', require: './lib/feature.cjs' }, '#gone': './lib/gone.js', '#none': null, '#odd': 'node:fs',
  },
});
put('lib/main.js', 'module.exports = "main, with " + require("#util") + " and " + require("mine/feature");');
put('lib/util.js', 'module.exports = "util";');
put('lib/feature.cjs', 'module.exports = "required feature";');
put('lib/feature.mjs', 'export default "imported feature";');
put('node_modules/other/package.json', { exports: { '.': './index.js', './a': './a.js' } });
put('node_modules/other/index.js', 'module.exports = "other";');
put('node_modules/other/a.js', 'module.exports = "a of other";');

const here = createRequire(path.join(root, 'start.js'));
const told = (error) => [error.name, error.code, error.message.split(root).join('ROOT').split('\n')[0]].join(' | ');
const names = ['#util', '#other', '#path', '#lib/util', '#lib/deep/x', '#either', '#gone', '#none', '#odd', '#nothing', '#', '#lib/',
  'mine', 'mine/feature', 'mine/private/x', 'mine/parts/util', 'mine/none', 'mine/gone', 'other', 'other/a', 'other/b', 'other/a.js'];
for (const name of names) {
  try {
    const value = here(name);
    console.log(name, '->', typeof value === 'string' ? value : typeof value);
  } catch (error) {
    console.log(name, '->', told(error));
  }
}
for (const name of ['#util', '#path', '#none', 'mine', 'mine/none', 'other/b']) {
  try {
    console.log('resolve', name, '->', here.resolve(name).replace(root, 'ROOT'));
  } catch (error) {
    console.log('resolve', name, '->', told(error));
  }
}
fs.rmSync(root, { recursive: true });
