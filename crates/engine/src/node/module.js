// module: what a program asks of Node's own loader.
(function (binding, internal) {
  'use strict';
  const { refuseMissing, refusing, Module } = internal;
  const builtinModules = binding.names.modules;
  function createRequire(filename) {
    let path = filename;
    if (internal.require('internal/url') && internal.isURL(filename)) path = internal.require('url').fileURLToPath(filename);
    else if (typeof filename === 'string' && filename.startsWith('file:')) path = internal.require('url').fileURLToPath(filename);
    else if (typeof filename !== 'string' || !filename.startsWith('/')) {
      throw internal.errors.codes.ERR_INVALID_ARG_VALUE('filename', filename, 'must be a file URL object, file URL string, or absolute path string');
    }
    const module = new Module(path);
    module.filename = path;
    module.paths = Module._nodeModulePaths(module.path);
    return binding.requireOf(path, module);
  }
  internal.modules.module = () => {
    const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
    Object.assign(Module, {
      builtinModules,
      isBuiltin(name) {
        if (typeof name !== 'string') return false;
        return builtinModules.includes(name.startsWith('node:') ? name.slice(5) : name);
      },
      createRequire,
      Module,
      syncBuiltinESMExports() {},
    });
    const hint = 'put what is to be loaded into require.cache, or into a file of the scenario';
    const fix = (name, value, enumerable = true) => Object.defineProperty(Module, name, {
      get: () => value, set: () => binding.refuse(`replacing Module.${name}`, hint), enumerable, configurable: false,
    });
    fix('wrap', (script) => wrapper[0] + script + wrapper[1], false);
    fix('wrapper', Object.freeze(wrapper), false);
    for (const name of ['_load', '_resolveFilename', '_findPath', '_resolveLookupPaths']) fix(name, refusing(`Module.${name}`, 'use require'));
    refuseMissing(Module, 'module.', ['_initPaths', '_preloadModules', '_debug', 'register', 'runMain', 'findSourceMap', 'SourceMap'], 'use require');
    return Module;
  };
})
