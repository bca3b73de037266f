// Files: arguments are checked here, the Rust side does the work on the virtual disk.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, validateFunction, systemError, refuseMissing, toBuffer, encodingOf, nodeError } = internal;

  function checkPath(path, name = 'path') {
    if (path instanceof Uint8Array) return binding.utf8Decode(path);
    if (typeof path !== 'string') throw invalidArgType(name, 'of type string or an instance of Buffer or URL', path);
    if (path.includes('\0')) {
      throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE',
        `The argument '${name}' must be a string, Uint8Array, or URL without null bytes. Received ${binding.inspect(path, 2)}`);
    }
    return path;
  }
  // A whole number is a file descriptor: those are not modelled yet.
  function checkFile(path) {
    if (typeof path === 'number' && path >>> 0 === path) {
      binding.refuse('a file descriptor in place of a path', 'use the path of the file');
    }
    return checkPath(path);
  }
  function options(value, fallback) {
    if (value === null || value === undefined || typeof value === 'function') return fallback;
    if (typeof value === 'string') return { ...fallback, encoding: checkEncoding(value) };
    if (typeof value !== 'object') throw invalidArgType('options', 'of type string or an instance of Object', value);
    if (value.signal) binding.refuse('the signal option of fs', 'leave it out');
    if (value.encoding && value.encoding !== 'buffer') checkEncoding(value.encoding);
    return { ...fallback, ...value };
  }
  function checkEncoding(encoding) {
    if (encoding === 'buffer') return null;
    try { return encodingOf(encoding); } catch {
      throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE',
        `The argument 'encoding' is invalid encoding. Received ${binding.inspect(encoding, 2)}`);
    }
  }
  function checkData(data) {
    if (typeof data === 'string') return data;
    if (data instanceof Uint8Array) return data;
    throw invalidArgType('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
  }
  const bytesOf = (data, encoding) => (typeof data === 'string' ? binding.encode(data, encodingOf(encoding)) : data);
  const content = (bytes, { encoding }) => (encoding && encoding !== 'buffer' ? binding.decode(bytes, encodingOf(encoding)) : toBuffer(bytes));

  class Stats {
    #directory;
    constructor([size, directory, time]) {
      this.#directory = directory;
      this.mode = directory ? 0o40755 : 0o100644;
      this.size = size;
      for (const name of ['atime', 'mtime', 'ctime', 'birthtime']) {
        this[`${name}Ms`] = time;
        this[name] = new Date(time);
      }
    }
    isFile() { return !this.#directory; }
    isDirectory() { return this.#directory; }
    isSymbolicLink() { return false; }
    isBlockDevice() { return false; }
    isCharacterDevice() { return false; }
    isFIFO() { return false; }
    isSocket() { return false; }
  }
  for (const name of ['dev', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'blocks']) {
    Object.defineProperty(Stats.prototype, name, { get() { return binding.refuse(`the ${name} of a file`, ''); }, configurable: true });
  }

  // What each operation checks, and what its callback gets. `run` is told how to do it on the Rust side.
  const operations = {
    readFile: { takes: ['path', 'options'], prepare: ([path, opts]) => {
      const chosen = options(opts, { encoding: null });
      return { path: checkFile(path), result: (bytes) => content(bytes, chosen) };
    } },
    writeFile: { takes: ['path', 'data', 'options'], prepare: writing },
    appendFile: { takes: ['path', 'data', 'options'], prepare: writing },
    stat: { takes: ['path', 'options'], prepare: statting },
    lstat: { takes: ['path', 'options'], prepare: statting },
    access: { takes: ['path', 'options'], prepare: ([path]) => ({ path: checkPath(path) }) },
    unlink: { takes: ['path'], prepare: ([path]) => ({ path: checkPath(path) }) },
    readdir: { takes: ['path', 'options'], prepare: ([path, opts]) => {
      if (options(opts, {}).withFileTypes || opts?.recursive) binding.refuse('options of fs.readdir', 'use fs.stat on the names');
      return { path: checkPath(path), result: (names) => names };
    } },
  };
  function writing([path, data, opts]) {
    const { encoding, flag } = options(opts, { encoding: 'utf8' });
    if (flag !== undefined && flag !== 'w' && flag !== 'a') binding.refuse(`the flag '${flag}' of fs.writeFile`, 'use w or a');
    return { path: checkFile(path), bytes: bytesOf(checkData(data), encoding), append: flag === 'a' };
  }
  function statting([path, opts]) {
    if (opts?.bigint) binding.refuse('the bigint option of fs.stat', 'leave it out');
    return { path: checkPath(path), result: (facts) => new Stats(facts) };
  }

  const fs = {};
  const promises = {};
  for (const [name, { takes, prepare }] of Object.entries(operations)) {
    fs[name] = { [name](...args) {
      // The last argument is the callback, wherever it stands behind the required ones.
      const required = takes.filter((parameter) => parameter !== 'options').length;
      const callback = typeof args[takes.length] === 'function' ? args[takes.length] : args[Math.max(required, Math.min(args.length - 1, takes.length))];
      validateFunction(callback, 'cb');
      const { path, result, bytes, append } = prepare(args);
      binding.submit(name, path, bytes, append === true, (failure, value) => {
        if (failure) callback(systemError(failure, path));
        else if (result) callback(null, result(value));
        else callback(null);
      }, `fs.${name}`);
    } }[name];
    promises[name] = { async [name](...args) {
      const { path, result, bytes, append } = prepare(args);
      return new Promise((resolve, reject) => {
        binding.submit(name, path, bytes, append === true, (failure, value) => {
          if (failure) reject(systemError(failure, path));
          else resolve(result ? result(value) : undefined);
        }, `fs.promises.${name}`);
      });
    } }[name];
    fs[`${name}Sync`] = { [`${name}Sync`](...args) {
      const { path, result, bytes, append } = prepare(args);
      const [failure, value] = binding.runNow(name, path, bytes, append === true);
      if (failure) {
        if (name.endsWith('stat') && args[1]?.throwIfNoEntry === false && failure[0] === 'ENOENT') return undefined;
        throw systemError(failure, path);
      }
      return result ? result(value) : undefined;
    } }[`${name}Sync`];
  }
  fs.existsSync = function existsSync(path) {
    try { path = checkPath(path); } catch { return false; }
    return binding.runNow('access', path, undefined, false)[0] === null;
  };
  fs.exists = function exists(path, callback) {
    validateFunction(callback, 'cb');
    try { path = checkPath(path); } catch { internal.process.nextTick(callback, false); return; }
    binding.submit('access', path, undefined, false, (failure) => callback(!failure), 'fs.exists');
  };
  fs.Stats = Stats;
  Object.assign(fs, { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 } });
  promises.constants = fs.constants;
  const HINT = 'use readFile, writeFile, appendFile, stat, access, readdir or unlink';
  refuseMissing(fs, 'fs.', binding.names.fs, HINT);
  refuseMissing(promises, 'fs.promises.', binding.names.fsPromises, HINT);
  Object.defineProperty(fs, 'promises', { enumerable: true, configurable: true, get: () => promises });
  internal.modules.fs = () => fs;
  internal.modules['fs/promises'] = () => promises;
})
