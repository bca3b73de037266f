// fs.promises: the promise of an operation is resolved inside the callback of its completion (semantics 6.6).
(function (binding, internal) {
  'use strict';
  const { EventEmitter, refuseMissing } = internal;
  const shared = internal.require('internal/fs/shared');
  const operations = internal.require('internal/fs/operations');
  const { readFileOn, writeOn } = internal.require('internal/fs/descriptors');
  const tree = internal.require('internal/fs/tree');
  const { options, dataBytes, view, content, range, positionOf, promise } = shared;
  const promises = {};
  const called = (start) => new Promise((resolve, reject) => {
    start((error, value) => { if (error) reject(error); else resolve(value); });
  });

  const kFd = Symbol('kFd');
  function fdOf(handle, syscall) {
    if (handle[kFd] !== -1) return handle[kFd];
    const error = new Error('file closed');
    error.code = 'EBADF';
    error.syscall = syscall;
    throw error;
  }
  const onHandle = (handle, name, args) => promise(`filehandle.${name}`, operations[`f${name}`].prepare([fdOf(handle, `f${name}`), ...args]));
  const found = (count, name, buffer) => Object.assign(Object.create(null), { [name]: count, ...buffer });

  // What is iterated over and written piece by piece.
  const comesInPieces = (data) => typeof data === 'object' && data !== null && !ArrayBuffer.isView(data) &&
    (typeof data[Symbol.asyncIterator] === 'function' || typeof data[Symbol.iterator] === 'function');
  class FileHandle extends EventEmitter {
    #closing = null;
    constructor(fd) {
      super();
      Object.defineProperty(this, kFd, { value: fd, writable: true, enumerable: false });
    }
    get fd() { return this[kFd]; }
    getAsyncId() { return binding.refuse('FileHandle.getAsyncId', 'use AsyncLocalStorage to tell contexts apart'); }
    appendFile(data, opts) { return this.writeFile(data, opts); }
    async chmod(mode) { return await onHandle(this, 'chmod', [mode]); }
    async chown(uid, gid) { return await onHandle(this, 'chown', [uid, gid]); }
    async datasync() { return await promise('filehandle.datasync', operations.fdatasync.prepare([fdOf(this, 'fdatasync')])); }
    async sync() { return await promise('filehandle.sync', operations.fsync.prepare([fdOf(this, 'fsync')])); }
    async stat(opts) { return await onHandle(this, 'stat', [opts]); }
    async truncate(length = 0) { return await onHandle(this, 'truncate', [length]); }
    async utimes(atime, mtime) { return await onHandle(this, 'utimes', [atime, mtime]); }
    async read(buffer, offset, length, position) {
      const fd = fdOf(this, 'read');
      if (!ArrayBuffer.isView(buffer)) ({ buffer = Buffer.alloc(16384), offset, length, position } = buffer ?? {});
      else if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
      const bytes = view(buffer);
      const chosen = range(bytes, offset, length, position);
      if (chosen.length === 0) return found(0, 'bytesRead', { buffer });
      const read = await promise('filehandle.read', { name: 'read', numbers: [fd, chosen.position, chosen.length], result: (part) => part });
      bytes.set(read, chosen.offset);
      return found(read.length, 'bytesRead', { buffer });
    }
    async readv(buffers, position) {
      const length = buffers.reduce((sum, one) => sum + one.byteLength, 0);
      const numbers = [fdOf(this, 'readv'), positionOf(position), length];
      const bytes = await promise('filehandle.readv', { name: 'read', numbers, result: (part) => part });
      let from = 0;
      for (const buffer of buffers.map(view)) {
        const part = bytes.subarray(from, from + buffer.length);
        buffer.set(part);
        from += part.length;
      }
      return found(bytes.length, 'bytesRead', { buffers });
    }
    async write(buffer, offset, length, position) {
      const fd = fdOf(this, 'write');
      let bytes;
      if (ArrayBuffer.isView(buffer)) {
        if (offset !== null && typeof offset === 'object') ({ offset, length, position } = offset);
        bytes = view(buffer);
        const chosen = range(bytes, offset, length, position, true);
        bytes = bytes.slice(chosen.offset, chosen.offset + chosen.length);
        position = chosen.position;
      } else {
        bytes = dataBytes(buffer, length);
        position = positionOf(offset);
      }
      return found(await called((done) => writeOn(fd, bytes, position, done, 'filehandle.write')), 'bytesWritten', { buffer });
    }
    async writev(buffers, position) {
      const fd = fdOf(this, 'writev');
      const bytes = new Uint8Array(Buffer.concat(buffers.map(view)));
      const count = await called((done) => writeOn(fd, bytes, positionOf(position), done, 'filehandle.writev'));
      return found(count, 'bytesWritten', { buffers });
    }
    async readFile(opts) {
      const { encoding } = options(opts);
      const fd = fdOf(this, 'readFile');
      return content(await called((done) => readFileOn(fd, done, 'filehandle.readFile')), encoding);
    }
    async writeFile(data, opts) {
      const fd = fdOf(this, 'writeFile');
      const { encoding, signal } = options(opts, { encoding: 'utf8' });
      if (comesInPieces(data)) {
        for await (const piece of data) {
          if (signal?.aborted) throw new internal.errors.AbortError(undefined, { cause: signal.reason });
          const bytes = dataBytes(piece, encoding);
          if (bytes.length > 0) await called((done) => writeOn(fd, bytes, -1, done, 'filehandle.writeFile'));
        }
        return;
      }
      const bytes = dataBytes(data, encoding);
      await called((done) => writeOn(fd, bytes, -1, done, 'filehandle.writeFile'));
    }
    close() {
      if (this[kFd] === -1) return this.#closing ?? Promise.resolve();
      const fd = this[kFd];
      this[kFd] = -1;
      this.#closing = promise('filehandle.close', operations.close.prepare([fd])).finally(() => { this.#closing = null; });
      this.emit('close');
      return this.#closing;
    }
    readLines(opts) {
      return internal.require('readline').createInterface({ input: this.createReadStream(opts), crlfDelay: Infinity });
    }
    createReadStream(opts) { return internal.require('internal/fs/streams').createReadStream(undefined, { ...opts, fd: this }); }
    createWriteStream(opts) { return internal.require('internal/fs/streams').createWriteStream(undefined, { ...opts, fd: this }); }
  }
  refuseMissing(FileHandle.prototype, 'FileHandle.', ['readableWebStream'], 'use readFile');

  for (const name of ['readFile', 'writeFile', 'appendFile', 'stat', 'lstat', 'access', 'unlink', 'rmdir', 'readdir', 'mkdir', 'mkdtemp', 'rename',
    'link', 'copyFile', 'symlink', 'readlink', 'truncate', 'chmod', 'utimes', 'lutimes', 'chown', 'lchown']) {
    const { prepare } = operations[name];
    promises[name] = { async [name](...args) {
      if (args[0] instanceof FileHandle && name.endsWith('File')) return await args[0][name](...args.slice(1));
      if (name === 'readdir' && args[1]?.recursive) return await called((done) => tree.readdirLater(args[0], args[1], done));
      if ((name === 'writeFile' || name === 'appendFile') && comesInPieces(args[1])) return await writePieces(name, ...args);
      const signal = name.endsWith('File') ? options(name === 'readFile' ? args[1] : args[2]).signal : undefined;
      if (signal === undefined) return await promise(`fs.promises.${name}`, prepare(args));
      return await abortable(signal, () => promise(`fs.promises.${name}`, prepare(args)));
    } }[name];
  }
  async function writePieces(name, path, data, opts) {
    const { flag = name === 'writeFile' ? 'w' : 'a', mode } = options(opts);
    const handle = await promises.open(path, flag, mode);
    try {
      await handle.writeFile(data, opts);
    } finally {
      await handle.close();
    }
  }
  // An operation of several requests looks at its signal between them: it is over at the latest when the running one is.
  function abortable(signal, start) {
    const { AbortError } = internal.errors;
    const fail = () => new AbortError(undefined, { cause: signal.reason });
    if (signal.aborted) return Promise.reject(fail());
    return start().then((value) => { if (signal.aborted) throw fail(); return value; });
  }
  promises.open = async function open(path, flags, mode) {
    return new FileHandle(await promise('fs.promises.open', operations.open.prepare([path, flags, mode])));
  };
  promises.realpath = async function realpath(path, opts) {
    const { encoding } = options(opts);
    return await promise('fs.promises.realpath', { name: 'realpath', path: shared.checkPath(path), result: (text) => shared.named(text, encoding) });
  };
  promises.rm = async function rm(path, opts) { return await called((done) => tree.rm(path, opts, done)); };
  promises.cp = async function cp(from, to, opts) { return await called((done) => tree.cp(from, to, opts, done)); };
  promises.opendir = async function opendir(path, opts) { return await called((done) => tree.opendir(path, opts, done)); };
  promises.constants = shared.constants;
  promises.watch = internal.refusing('fs.promises.watch', 'nothing but the program changes its files');
  refuseMissing(promises, 'fs.promises.', binding.names.fsPromises, 'use another call of fs');
  internal.modules['fs/promises'] = () => promises;
})
