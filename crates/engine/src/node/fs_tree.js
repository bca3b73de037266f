// What walks over folders: rm, cp, readdir with recursive, realpath and Dir. Each is several requests, as in Node.
(function (binding, internal) {
  'use strict';
  const { nodeError, validateFunction } = internal;
  const { validateObject, validateBoolean } = internal.validators;
  const path = internal.require('path');
  const { checkPath, options: optionsOf, named, entries, later, now } = internal.require('internal/fs/shared');
  const operations = internal.require('internal/fs/operations');
  const nextTick = (...args) => internal.process.nextTick(...args);
  const ask = (name, ...args) => now(`fs.${name}Sync`, operations[name].prepare(args));
  const tell = (shown, name, args, callback) => later(callback, shown, operations[name].prepare(args));

  // A system error of Node's own making.
  function ownError(code, text, { message, errno, syscall, path, code: system }) {
    const error = new Error(`${text}: ${syscall} returned ${system} (${message}) ${path}`);
    Object.defineProperty(error, 'name', { value: 'SystemError', writable: true, enumerable: false, configurable: true });
    return Object.assign(error, { code, info: { code: system, message, path, syscall, errno }, errno, syscall, path });
  }
  const isDirectoryError = (message, path, syscall) =>
    ownError('ERR_FS_EISDIR', 'Path is a directory', { code: 'EISDIR', message, path, syscall, errno: 21 });

  function removeOptions(options) {
    if (options === undefined) return { recursive: false, force: false };
    validateObject(options, 'options');
    const chosen = { recursive: false, force: false, ...options };
    validateBoolean(chosen.recursive, 'options.recursive');
    validateBoolean(chosen.force, 'options.force');
    return chosen;
  }
  function rm(target, options, callback) {
    target = checkPath(target);
    const { recursive, force } = removeOptions(options);
    tell('fs.rm', 'lstat', [target], (error, stats) => {
      if (error && !(force && error.code === 'ENOENT')) callback(error);
      else if (stats?.isDirectory() && !recursive) callback(isDirectoryError('is a directory', target, 'rm'));
      else remove(target, callback);
    });
  }
  // What is gone already is no error.
  function remove(target, callback) {
    const done = (error) => callback(error?.code === 'ENOENT' ? null : error ?? null);
    tell('fs.rm', 'lstat', [target], (error, stats) => {
      if (error) { done(error); return; }
      if (!stats.isDirectory()) { tell('fs.rm', 'unlink', [target], done); return; }
      tell('fs.rm', 'rmdir', [target], (error) => {
        if (error?.code !== 'ENOTEMPTY') { done(error); return; }
        tell('fs.rm', 'readdir', [target], (error, names) => {
          if (error) { done(error); return; }
          let left = names.length;
          let failed = false;
          for (const name of names) {
            remove(path.join(target, name), (error) => {
              if (failed) return;
              failed = Boolean(error);
              if (failed) done(error);
              else if (--left === 0) tell('fs.rm', 'rmdir', [target], done);
            });
          }
        });
      });
    });
  }
  function rmSync(target, options) {
    target = checkPath(target);
    const { recursive, force } = removeOptions(options);
    let stats;
    try { stats = ask('lstat', target); } catch (error) {
      if (force && error.code === 'ENOENT') return;
      throw error;
    }
    if (stats.isDirectory() && !recursive) throw isDirectoryError('is a directory', target, 'rm');
    removeNow(target, stats);
  }
  function removeNow(target, stats) {
    if (!stats.isDirectory()) { ask('unlink', target); return; }
    for (const name of ask('readdir', target)) {
      const inner = path.join(target, name);
      removeNow(inner, ask('lstat', inner));
    }
    ask('rmdir', target);
  }

  function copyOptions(options) {
    const chosen = { dereference: false, errorOnExist: false, filter: undefined, force: true, preserveTimestamps: false, recursive: false, mode: 0, ...options };
    for (const name of ['dereference', 'errorOnExist', 'force', 'preserveTimestamps', 'recursive']) validateBoolean(chosen[name], `options.${name}`);
    if (chosen.filter !== undefined) validateFunction(chosen.filter, 'options.filter');
    return chosen;
  }
  // One path of a copy: what `step` gives back is done by `run`, at once or as a request.
  function* copySteps(from, to, options, top) {
    if (options.filter && !(yield ['filter', options.filter, from, to])) return;
    const stats = yield [options.dereference ? 'stat' : 'lstat', from];
    const there = yield ['exists', to];
    if (stats.isDirectory()) {
      if (!options.recursive) throw isDirectoryError(`${from} is a directory (not copied)`, from, 'cp');
      if (path.resolve(to).startsWith(`${path.resolve(from)}/`)) {
        throw ownError('ERR_FS_CP_EINVAL', 'Invalid src or dest',
          { code: 'EINVAL', message: `cannot copy ${from} to a subdirectory of self ${to}`, path: to, syscall: 'cp', errno: 22 });
      }
      if (there === undefined) yield ['mkdir', to, { recursive: top, mode: stats.mode & 0o7777 }];
      for (const name of yield ['readdir', from]) yield* copySteps(path.join(from, name), path.join(to, name), options, false);
      return;
    }
    if (there?.isDirectory()) {
      throw ownError('ERR_FS_CP_NON_DIR_TO_DIR', 'Cannot overwrite non-directory with directory',
        { code: 'ENOTDIR', message: `cannot overwrite directory ${to} with non-directory ${from}`, path: to, syscall: 'cp', errno: 20 });
    }
    if (there !== undefined && !options.force) {
      if (!options.errorOnExist) return;
      throw ownError('ERR_FS_CP_EEXIST', 'Target already exists',
        { code: 'EEXIST', message: `${to} already exists`, path: to, syscall: 'cp', errno: 17 });
    }
    if (top && there === undefined) yield ['mkdir', path.dirname(to), { recursive: true }];
    if (stats.isSymbolicLink()) {
      const target = yield ['readlink', from];
      if (there !== undefined) yield ['unlink', to];
      yield ['symlink', path.resolve(path.dirname(from), target), to];
    } else {
      yield ['copyFile', from, to, options.mode];
      if (options.preserveTimestamps) yield ['utimes', to, stats.atime, stats.mtime];
    }
  }
  const ENOENT_IS_NONE = (error) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  };
  function cpSync(from, to, options) {
    const steps = copySteps(checkPath(from, 'src'), checkPath(to, 'dest'), copyOptions(options), true);
    let input;
    for (;;) {
      const { done, value } = steps.next(input);
      if (done) return;
      const [name, ...args] = value;
      if (name === 'filter') input = args[0](...args.slice(1));
      else if (name === 'exists') try { input = ask('lstat', ...args); } catch (error) { input = ENOENT_IS_NONE(error); }
      else input = ask(name, ...args);
    }
  }
  function cp(from, to, options, callback) {
    const steps = copySteps(checkPath(from, 'src'), checkPath(to, 'dest'), copyOptions(options), true);
    const next = (input) => {
      let step;
      try { step = steps.next(input); } catch (error) { callback(error); return; }
      if (step.done) { callback(null); return; }
      const [name, ...args] = step.value;
      if (name === 'filter') Promise.resolve(args[0](...args.slice(1))).then(next, callback);
      else tell('fs.cp', name === 'exists' ? 'lstat' : name, args, (error, value) => {
        if (!error || (name === 'exists' && error.code === 'ENOENT')) next(value); else callback(error);
      });
    };
    next();
  }

  // Node reads the tree synchronously even where it is asked with a callback.
  function readdirRecursive(base, options, callback) {
    base = checkPath(base);
    validateBoolean(options.recursive, 'options.recursive');
    const list = [];
    const queue = [base];
    for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
      for (const entry of now('fs.readdirSync', { name: 'readdir', path: folder, result: (pairs) => entries(pairs, folder, { withFileTypes: true }) })) {
        const inner = path.join(folder, entry.name);
        list.push(options.withFileTypes ? entry : path.relative(base, inner));
        if (entry.isDirectory()) queue.push(inner);
      }
    }
    return callback === undefined ? list : callback(null, list);
  }
  // With a promise the folders are read one after the other, depth first.
  function readdirLater(base, options, callback) {
    base = checkPath(base);
    const list = [];
    const queue = [];
    const read = (folder, then) => later((error, found) => { if (error) callback(error); else then(found); }, 'fs.promises.readdir',
      { name: 'readdir', path: folder, result: (pairs) => entries(pairs, folder, { withFileTypes: true }) });
    const each = (folder, found, at) => {
      for (; at < found.length; at++) {
        const inner = path.join(folder, found[at].name);
        list.push(options.withFileTypes ? found[at] : path.relative(base, inner));
        if (found[at].isDirectory()) {
          read(inner, (more) => { queue.push([inner, more]); each(folder, found, at + 1); });
          return;
        }
      }
      const next = queue.pop();
      if (next === undefined) callback(null, list); else each(...next, 0);
    };
    read(base, (found) => each(base, found, 0));
  }

  // One lstat for each part of the path, each asked from a tick (semantics 6.3); without a callback at once.
  function realpath(given, { encoding }, callback) {
    let rest = path.resolve(checkPath(given)).split('/').slice(1).filter(Boolean);
    let done = '';
    const known = new Set();
    const link = (target) => {
      rest = [...path.resolve(done || '/', target).split('/').filter(Boolean), ...rest];
      done = '';
    };
    if (callback === undefined) {
      while (rest.length > 0) {
        const part = `${done}/${rest.shift()}`;
        if (ask('lstat', part).isSymbolicLink()) {
          ask('stat', part);
          link(ask('readlink', part));
        } else {
          done = part;
        }
      }
      return named(done || '/', encoding);
    }
    const step = () => {
      if (rest.length === 0) { callback(null, named(done || '/', encoding)); return; }
      const part = `${done}/${rest.shift()}`;
      if (known.has(part)) { done = part; nextTick(step); return; }
      tell('fs.realpath', 'lstat', [part], (error, stats) => {
        if (error) { callback(error); return; }
        if (!stats.isSymbolicLink()) { known.add(part); done = part; nextTick(step); return; }
        tell('fs.realpath', 'stat', [part], (error) => {
          if (error) { callback(error); return; }
          tell('fs.realpath', 'readlink', [part], (error, target) => {
            if (error) { callback(error); return; }
            link(target);
            step();
          });
        });
      });
    };
    nextTick(step);
    return undefined;
  }

  const closedError = () => nodeError(Error, 'ERR_DIR_CLOSED', 'Directory handle was closed');
  class Dir {
    #path;
    #buffered = [];
    #exhausted = false;
    #closed = false;
    #waiting = null;
    constructor(path) { this.#path = path; }
    get path() { return this.#path; }
    #request() {
      const folder = this.#path;
      const again = this.#exhausted;
      this.#exhausted = true;
      return { name: 'readdir', path: folder, result: (pairs) => (again ? [] : entries(pairs, folder, { withFileTypes: true })) };
    }
    #take(found) {
      this.#buffered.push(...found);
      return this.#buffered.shift() ?? null;
    }
    read(callback) {
      if (this.#closed) throw closedError();
      if (callback === undefined) return this.#promise((done) => this.#read(false, done));
      validateFunction(callback, 'callback');
      return this.#read(true, callback);
    }
    #promise(start) { return new Promise((resolve, reject) => start((error, value) => { if (error) reject(error); else resolve(value); })); }
    #read(maybeSync, callback) {
      if (this.#waiting !== null) {
        this.#waiting.push(() => this.#read(maybeSync, callback));
      } else if (this.#buffered.length > 0) {
        const entry = this.#buffered.shift();
        if (maybeSync) nextTick(callback, null, entry); else callback(null, entry);
      } else {
        this.#waiting = [];
        later((error, found) => {
          nextTick(() => {
            const waiting = this.#waiting;
            this.#waiting = null;
            for (const one of waiting) one();
          });
          if (error) callback(error); else callback(null, this.#take(found));
        }, 'dir.read', this.#request());
      }
    }
    readSync() {
      if (this.#closed) throw closedError();
      return this.#buffered.shift() ?? this.#take(now('dir.readSync', this.#request()));
    }
    close(callback) {
      if (callback === undefined) return this.#closed ? Promise.reject(closedError()) : this.#promise((done) => this.close(done));
      validateFunction(callback, 'callback');
      if (this.#closed) { nextTick(callback, closedError()); return undefined; }
      if (this.#waiting !== null) { this.#waiting.push(() => this.close(callback)); return undefined; }
      this.#closed = true;
      later(callback, 'dir.close', { name: 'access', path: this.#path, numbers: [0] });
      return undefined;
    }
    closeSync() {
      if (this.#closed) throw closedError();
      this.#closed = true;
    }
    async* entries() {
      try {
        for (let entry = await this.read(); entry !== null; entry = await this.read()) yield entry;
      } finally {
        await this.close();
      }
    }
  }
  Object.defineProperty(Dir.prototype, Symbol.asyncIterator, { value: Dir.prototype.entries, writable: true, configurable: true });
  function opening(given, options) {
    optionsOf(options);
    const folder = checkPath(given);
    return { name: 'opendir', path: folder, result: () => new Dir(folder) };
  }
  const opendir = (given, options, callback) => later(callback, 'fs.opendir', opening(given, options));
  function opendirSync(given, options) {
    try {
      return now('fs.opendirSync', opening(given, options));
    } catch (error) {
      // Since Node 20 the synchronous form does not name the path.
      if (error.syscall === 'opendir' && internal.major >= 20) {
        error.message = error.message.replace(/ '.*'$/, '');
        delete error.path;
      }
      throw error;
    }
  }
  internal.modules['internal/fs/tree'] = () => ({
    rm, rmSync, cp, cpSync, readdirRecursive, readdirLater, realpath, Dir, opendir, opendirSync,
  });
})
