const m = require('node:module');
console.log(m.isBuiltin('fs'), m.isBuiltin('node:fs/promises'), m.isBuiltin('nope'), m.builtinModules.includes('stream'), m.Module === m, typeof m.createRequire);
const r = m.createRequire(__filename); console.log(r('path') === require('path'), r.resolve('fs'), m.createRequire(require('url').pathToFileURL(__filename))('os') === require('os'));
for (const f of [() => m.createRequire('x'), () => m.createRequire(5), () => require(5), () => require('./nope'), () => require('')]) { try { f(); } catch (e) { console.log(e.name, e.code, e.message.split('\n')[0].replace(__dirname, '')); } }
if (require('fs').watch && 'watch' in require('fs')) { const { watch } = require('fs'); console.log('feature test', typeof watch); }
console.log(require('sys') === require('util'), require('node:util') === require('util'), require('path/posix') === require('path').posix);
