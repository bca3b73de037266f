// module: what a program asks of Node's own loader.
(function (binding, internal) {
  'use strict';
  const { refuseMissing, refusing } = internal;
  const builtinModules = binding.names.modules;
  function createRequire(filename) {
    let path = filename;
    if (internal.require('internal/url') && internal.isURL(filename)) path = internal.require('url').fileURLToPath(filename);
    else if (typeof filename === 'string' && filename.startsWith('file:')) path = internal.require('url').fileURLToPath(filename);
    else if (typeof filename !== 'string' || !filename.startsWith('/')) {
      throw internal.errors.codes.ERR_INVALID_ARG_VALUE('filename', filename, 'must be a file URL object, file URL string, or absolute path string');
    }
    return binding.requireOf(path);
  }
  internal.modules.module = () => {
    const Module = refusing('Module', 'use require');
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
    refuseMissing(Module, 'module.', ['_load', '_resolveFilename', '_findPath', '_nodeModulePaths', '_initPaths', 'register', 'runMain', 'findSourceMap', 'SourceMap'], 'use require');
    Object.defineProperty(Module, '_cache', { configurable: true, enumerable: true, get: () => binding.refuse('module._cache', 'require the module once') });
    return Module;
  };
})
