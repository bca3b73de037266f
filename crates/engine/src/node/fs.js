// fs with callbacks, and synchronous: made from the table of operations, and what is more than one request.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, validateFunction, refuseMissing } = internal;
  const shared = internal.require('internal/fs/shared');
  const operations = internal.require('internal/fs/operations');
  const { checkFd, checkPath, isFd, options, dataBytes, view, content, named, range, positionOf, later, now } = shared;
  const { readFileOn, writeOn } = internal.require('internal/fs/descriptors');
  const tree = internal.require('internal/fs/tree');
  const nextTick = (...args) => internal.process.nextTick(...args);
  const fs = {};

  const checkCallback = (callback) => {
    validateFunction(callback, 'cb');
    return callback;
  };
  for (const [name, { takes, prepare }] of Object.entries(operations)) {
    const required = takes.filter((parameter) => parameter !== 'options').length;
    fs[name] = { [name](...args) {
      // The last argument is the callback, wherever it stands behind the required ones.
      const callback = typeof args[takes.length] === 'function' ? args[takes.length] : args[Math.max(required, Math.min(args.length - 1, takes.length))];
      const given = prepare.length === 0 ? args : args.map((one) => (one === callback && typeof one === 'function' ? undefined : one));
      if (name === 'open' || name === 'close') {
        const operation = prepare(given);
        later(checkCallback(callback ?? (name === 'close' ? ignore : undefined)), `fs.${name}`, operation);
        return;
      }
      checkCallback(callback);
      if (isFd(args[0]) && onDescriptor[name] !== undefined) onDescriptor[name](...given.slice(0, takes.length), callback);
      else if (name === 'readdir' && args[1]?.recursive) tree.readdirRecursive(args[0], args[1], callback);
      else later(callback, `fs.${name}`, prepare(given));
    } }[name];
    const sync = `${name}Sync`;
    fs[sync] = { [sync](...args) {
      if (isFd(args[0]) && onDescriptor[sync] !== undefined) return onDescriptor[sync](...args);
      if (name === 'readdir' && args[1]?.recursive) return tree.readdirRecursive(args[0], args[1]);
      try {
        return now(`fs.${sync}`, prepare(args));
      } catch (error) {
        if (error.code === 'ENOENT' && name.endsWith('stat') && args[1]?.throwIfNoEntry === false) return undefined;
        throw error;
      }
    } }[sync];
  }
  function ignore(error) { if (error) throw error; }

  // What takes a path also takes a descriptor.
  const onDescriptor = {
    readFile(fd, opts, callback) {
      const { encoding } = options(opts);
      // Semantics 6.5: it begins and ends with a tick.
      nextTick(() => readFileOn(fd, (error, bytes) => nextTick(() => {
        if (error) callback(error); else callback(null, content(bytes, encoding));
      }), 'fs.readFile'));
    },
    readFileSync: (fd, opts) => content(readFileOn(fd), options(opts).encoding),
    writeFile(fd, data, opts, callback) {
      writeOn(fd, dataBytes(data, options(opts, { encoding: 'utf8' }).encoding), -1, (error) => callback(error), 'fs.writeFile');
    },
    writeFileSync(fd, data, opts) { writeOn(fd, dataBytes(data, options(opts, { encoding: 'utf8' }).encoding), -1); },
    truncate: (...args) => fs.ftruncate(...args),
    truncateSync: (...args) => fs.ftruncateSync(...args),
  };
  onDescriptor.appendFile = onDescriptor.writeFile;
  onDescriptor.appendFileSync = onDescriptor.writeFileSync;

  // The arguments of `read`: positional, or an object of them.
  function readArguments(fd, buffer, offset, length, position) {
    checkFd(fd);
    if (buffer !== null && typeof buffer === 'object' && !ArrayBuffer.isView(buffer)) ({ buffer = Buffer.alloc(16384), offset, length, position } = buffer);
    else if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
    const bytes = view(buffer);
    return { fd, buffer, bytes, ...range(bytes, offset, length, position) };
  }
  function reading({ fd, bytes, offset, length, position }) {
    if (fd === 0) binding.refuse('reading the descriptor 0', 'put the input into a file');
    return { name: 'read', numbers: [fd, position, length], result: (read) => {
      bytes.set(read, offset);
      return read.length;
    } };
  }
  fs.read = function read(fd, buffer, offset, length, position, callback) {
    const args = [fd, buffer, offset, length, position, callback];
    const at = args.findIndex((one) => typeof one === 'function');
    callback = checkCallback(args[at < 0 ? 5 : at]);
    const given = readArguments(...(at === 1 ? [fd, {}] : args.slice(0, at)));
    later((error, count) => {
      if (error) callback(error); else callback(null, count, given.buffer);
    }, 'fs.read', reading(given));
  };
  fs.readSync = function readSync(fd, buffer, offset, length, position) {
    return now('fs.readSync', reading(readArguments(fd, buffer, offset, length, position)));
  };

  // `write(fd, text, position, encoding)` or `write(fd, buffer, offset, length, position)`.
  function writeArguments(fd, buffer, offset, length, position) {
    checkFd(fd);
    if (ArrayBuffer.isView(buffer)) {
      if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
      const bytes = view(buffer);
      const chosen = range(bytes, offset, length, position, true);
      return [fd, bytes.slice(chosen.offset, chosen.offset + chosen.length), chosen.position];
    }
    if (typeof buffer !== 'string') throw invalidArgType('buffer', 'of type string or an instance of Buffer, TypedArray, or DataView', buffer);
    return [fd, dataBytes(buffer, length), positionOf(offset)];
  }
  fs.write = function write(fd, buffer, ...rest) {
    const at = rest.findIndex((one) => typeof one === 'function');
    const callback = checkCallback(at < 0 ? undefined : rest[at]);
    writeOn(...writeArguments(fd, buffer, ...rest.slice(0, at)), (error, count) => {
      if (error) callback(error); else callback(null, count, buffer);
    }, 'fs.write');
  };
  fs.writeSync = function writeSync(fd, buffer, ...rest) { return writeOn(...writeArguments(fd, buffer, ...rest)); };

  function checkBuffers(buffers) {
    if (!Array.isArray(buffers) || !buffers.every((one) => ArrayBuffer.isView(one))) throw invalidArgType('buffers', 'of type ArrayBufferView[]', buffers);
    return buffers;
  }
  function scatter(buffers, bytes) {
    let from = 0;
    for (const buffer of buffers.map(view)) {
      const part = bytes.subarray(from, from + buffer.length);
      buffer.set(part);
      from += part.length;
    }
    return bytes.length;
  }
  const gather = (buffers) => new Uint8Array(Buffer.concat(buffers.map(view)));
  const vectored = (fd, buffers, position) => {
    const length = checkBuffers(buffers).reduce((sum, one) => sum + one.byteLength, 0);
    return { name: 'read', numbers: [checkFd(fd), positionOf(position), length], result: (bytes) => scatter(buffers, bytes) };
  };
  fs.readv = function readv(fd, buffers, position, callback) {
    if (typeof position === 'function') [position, callback] = [null, position];
    checkCallback(callback);
    later((error, count) => { if (error) callback(error); else callback(null, count, buffers); }, 'fs.readv', vectored(fd, buffers, position));
  };
  fs.readvSync = function readvSync(fd, buffers, position) { return now('fs.readvSync', vectored(fd, buffers, position)); };
  fs.writev = function writev(fd, buffers, position, callback) {
    if (typeof position === 'function') [position, callback] = [null, position];
    checkCallback(callback);
    writeOn(checkFd(fd), gather(checkBuffers(buffers)), positionOf(position), (error, count) => {
      if (error) callback(error); else callback(null, count, buffers);
    }, 'fs.writev');
  };
  fs.writevSync = function writevSync(fd, buffers, position) { return writeOn(checkFd(fd), gather(checkBuffers(buffers)), positionOf(position)); };

  fs.existsSync = function existsSync(path) {
    try {
      now('fs.existsSync', { name: 'access', path: checkPath(path), numbers: [0] });
      return true;
    } catch (error) {
      if (error === undefined || error.code === undefined) throw error;
      return false;
    }
  };
  fs.exists = function exists(path, callback) {
    checkCallback(callback);
    try { path = checkPath(path); } catch { callback(false); return; }
    later((error) => callback(!error), 'fs.exists', { name: 'access', path, numbers: [0] });
  };
  Object.defineProperty(fs.exists, Symbol.for('nodejs.util.promisify.custom'), {
    value: (path) => new Promise((resolve) => { fs.exists(path, resolve); }),
  });
  const native = (path, opts) => {
    const { encoding } = options(opts);
    return { name: 'realpath', path: checkPath(path), result: (text) => named(text, encoding) };
  };
  fs.realpath = Object.assign(function realpath(path, opts, callback) {
    if (typeof opts === 'function') [opts, callback] = [undefined, opts];
    tree.realpath(path, options(opts), checkCallback(callback));
  }, { native(path, opts, callback) {
    if (typeof opts === 'function') [opts, callback] = [undefined, opts];
    later(checkCallback(callback), 'fs.realpath.native', native(path, opts));
  } });
  fs.realpathSync = Object.assign(function realpathSync(path, opts) { return tree.realpath(path, options(opts)); },
    { native: (path, opts) => now('fs.realpathSync.native', native(path, opts)) });
  for (const [name, takes] of [['rm', 1], ['cp', 2], ['opendir', 1]]) {
    fs[name] = { [name](...args) {
      const callback = checkCallback(internal.last(args));
      tree[name](...args.slice(0, takes), args.length > takes + 1 ? args[takes] : undefined, callback);
    } }[name];
    fs[`${name}Sync`] = { [`${name}Sync`](...args) { return tree[`${name}Sync`](...args); } }[`${name}Sync`];
  }

  fs.constants = shared.constants;
  for (const name of internal.major < 26 ? ['F_OK', 'R_OK', 'W_OK', 'X_OK'] : []) {
    Object.defineProperty(fs, name, { value: shared.constants[name], enumerable: true, configurable: false, writable: false });
  }
  fs.Stats = shared.Stats;
  fs.Dirent = shared.Dirent;
  fs.Dir = tree.Dir;
  fs._toUnixTimestamp = (time) => shared.timeOf(time, 'time') / 1000;
  for (const name of ['createReadStream', 'createWriteStream']) {
    fs[name] = { [name](...args) { return internal.require('internal/fs/streams')[name](...args); } }[name];
  }
  for (const name of ['ReadStream', 'WriteStream', 'FileReadStream', 'FileWriteStream']) {
    Object.defineProperty(fs, name, {
      get: () => internal.require('internal/fs/streams')[name.replace('File', '')], enumerable: true, configurable: true,
    });
  }
  fs.watch = internal.refusing('fs.watch', 'nothing but the program changes its files');
  fs.watchFile = internal.refusing('fs.watchFile', 'nothing but the program changes its files');
  refuseMissing(fs, 'fs.', binding.names.fs, 'use another call of fs');
  Object.defineProperty(fs, 'promises', { enumerable: true, configurable: true, get: () => internal.require('fs/promises') });
  internal.modules.fs = () => fs;
})
