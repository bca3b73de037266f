'use strict';
// Prints what `walk.js` finds in this Node. `cargo xtask record --surface` runs it.
process.removeAllListeners('warning');
process.on('warning', function () {});
var walk = eval(require('fs').readFileSync(require('path').join(__dirname, 'walk.js'), 'utf8'));
var builtin = require('module').builtinModules.filter(function (id) {
  return !/^(_|internal\/|v8\/|node-inspect\/)/.test(id);
});
process.stdout.write(walk({
  global: typeof globalThis === 'undefined' ? global : globalThis,
  isRefused: function () { return false; },
  isLazy: function (path, name) { return path === 'globalThis' && ['localStorage', 'sessionStorage', 'GLOBAL', 'root', '__proto__'].indexOf(name) < 0; },
  modules: builtin.sort(),
  load: function (id) { try { return require(id); } catch (error) { return undefined; } },
}));
