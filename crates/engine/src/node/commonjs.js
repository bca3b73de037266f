// CommonJS modules as programs see them: the objects `module`, their cache, what hangs on `require`. Reading and evaluating
// files is the Rust side's (modules/require.rs).
(function (binding, internal) {
  'use strict';
  const { process, major, refusing } = internal;
  const kIsMain = Symbol('kIsMainSymbol');
  const kIsCached = Symbol('kIsCachedByESMLoader');
  const kIsExecuting = Symbol('kIsExecuting');
  const parents = new WeakMap();
  const folderOf = (path) => path.slice(0, Math.max(path.lastIndexOf('/'), path.startsWith('/') ? 1 : 0)) || '.';

  function Module(id = '', parent) {
    this.id = id;
    this.path = folderOf(id);
    this.exports = {};
    parents.set(this, parent);
    if (parent?.children) parent.children.push(this);
    this.filename = null;
    this.loaded = false;
    this.children = [];
  }
  // What is refused when it is replaced: Node's loader would call the replacement.
  function fixed(object, prefix, name, value, enumerable = true) {
    Object.defineProperty(object, name, {
      get: () => value,
      set: () => binding.refuse(`replacing ${prefix}${name}`, 'put what is to be loaded into require.cache, or into a file of the scenario'),
      enumerable, configurable: false,
    });
  }
  delete Module.prototype.constructor;
  Object.defineProperty(Module.prototype, 'constructor', { get: () => Module, enumerable: false });
  Object.defineProperty(Module.prototype, 'isPreloading', { get: () => false, enumerable: false });
  Object.defineProperty(Module.prototype, 'parent', {
    get() { return parents.get(this); },
    set(parent) { parents.set(this, parent); },
    enumerable: false,
  });
  fixed(Module.prototype, 'Module.prototype.', 'load', refusing('module.load', 'use require'));
  fixed(Module.prototype, 'Module.prototype.', 'require', function (id) {
    return binding.requireOf(this.filename ?? `${process.cwd()}/[eval]`, this)(id);
  });
  fixed(Module.prototype, 'Module.prototype.', '_compile', refusing('module._compile', 'put the text into a file of the scenario'));

  Module._nodeModulePaths = function _nodeModulePaths(from) {
    const paths = [];
    for (let folder = from; ; folder = folderOf(folder)) {
      if (!folder.endsWith('/node_modules')) paths.push(folder === '/' ? '/node_modules' : `${folder}/node_modules`);
      if (folder === '/' || folder === '.') return paths;
    }
  };
  const cache = Object.create(null);
  Module._cache = cache;
  const extensions = Object.create(null);
  for (const name of ['.js', '.json', '.node']) fixed(extensions, 'require.extensions', name, refusing(`require.extensions['${name}']`, 'use require'));
  Object.preventExtensions(extensions);
  Module._extensions = extensions;
  internal.Module = Module;
  process.mainModule = undefined;
  // The module of a worker's text, which no file is.
  let evaluated;
  const symbols = (module, isMain) => {
    if (major < 20) return;
    if (isMain !== undefined) module[kIsMain] = isMain;
    module[kIsCached] = isMain === undefined;
    if (major >= 20) module[kIsExecuting] = true;
  };

  Object.assign(internal.hooks, {
    moduleCache: cache,
    // The object of a file that is loaded now. `how`: it is the main program, a worker's text, it was required or imported.
    newModule(path, parent, how) {
      if (how === 'eval') {
        evaluated = new Module('[worker eval]');
        evaluated.filename = path;
        evaluated.paths = Module._nodeModulePaths(process.cwd());
        return evaluated;
      }
      const isMain = how === 'main';
      const module = new Module(isMain ? '.' : path, isMain ? null : parent);
      module.path = folderOf(path);
      module.filename = path;
      module.paths = Module._nodeModulePaths(module.path);
      symbols(module, how === 'imported' ? undefined : isMain);
      cache[path] = module;
      if (isMain) process.mainModule = module;
      return module;
    },
    // A file that was loaded before is required by another one.
    requiredAgain(module, parent) {
      if (Array.isArray(parent?.children) && !parent.children.includes(module)) parent.children.push(module);
    },
    moduleDone(module, path, parent, failed) {
      if (module === evaluated) return;
      if (kIsExecuting in module) module[kIsExecuting] = false;
      if (!failed) {
        module.loaded = true;
        return;
      }
      delete cache[path];
      const at = parent?.children?.indexOf(module) ?? -1;
      if (at >= 0) parent.children.splice(at, 1);
    },
    // What hangs on the `require` of a file.
    dressRequire(require, resolve, path, module) {
      const isPath = (id) => id.startsWith('/') || id.startsWith('./') || id.startsWith('../') || id === '.' || id === '..';
      function paths(request) {
        internal.validators.validateString(request, 'request');
        if (binding.names.modules.includes(request.replace(/^node:/, ''))) return null;
        return isPath(request) ? [folderOf(path)] : [...Module._nodeModulePaths(folderOf(path)), ...Module.globalPaths];
      }
      resolve.paths = paths;
      require.resolve = resolve;
      require.main = process.mainModule;
      require.extensions = extensions;
      require.cache = cache;
      if (module === evaluated) {
        Object.assign(globalThis, { module, exports: module.exports, require, __filename: module.id, __dirname: '.' });
      }
      return require;
    },
  });
  Module.globalPaths = ['/home/node/.node_modules', '/home/node/.node_libraries', '/usr/local/lib/node'];
})
