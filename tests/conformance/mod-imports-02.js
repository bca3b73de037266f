// The same by import() in a file of the package.
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');

const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'package-'));
const put = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
};
put('package.json', JSON.stringify({
  name: '@scope/mine', type: 'module',
  exports: { '.': './main.js', './either': { require: './no.cjs', default: './either.js' } },
  imports: { '#either': { import: './either.js', default: './main.js' }, '#os': 'os', '#lib/*.js': './lib/*.js', '#gone': './gone.js' },
}));
put('main.js', 'export default "main";');
put('either.js', 'export { default } from "#lib/one.js"; export const self = await import("@scope/mine").then((all) => all.default);');
put('lib/one.js', 'export default "one";');
put('start.js', `
const told = (error) => [error.name, error.code, error.message.split(${JSON.stringify(root)}).join('ROOT')].join(' | ');
for (const name of ['#either', '#os', '#lib/one.js', '#lib/two.js', '#gone', '#nothing', '@scope/mine', '@scope/mine/either', '@scope/mine/other', '@scope/theirs']) {
  try {
    const all = await import(name);
    console.log(name, '->', typeof all.default === 'string' ? all.default : typeof all.default, all.self);
  } catch (error) {
    console.log(name, '->', told(error));
  }
}
`);
import(pathToFileURL(path.join(root, 'start.js'))).then(() => console.log('done')).finally(() => fs.rmSync(root, { recursive: true }));
