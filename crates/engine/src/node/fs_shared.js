// What all of fs shares: the checks of arguments, Stats and Dirent, and the way to the Rust side.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, outOfRange, nodeError, systemError, toBuffer, encodingOf } = internal;
  const { validateInteger, validateAbortSignal } = internal.validators;
  const invalidValue = internal.errors.codes.ERR_INVALID_ARG_VALUE;

  const constants = Object.assign(Object.create(null), {
    UV_FS_SYMLINK_DIR: 1, UV_FS_SYMLINK_JUNCTION: 2, O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, UV_DIRENT_UNKNOWN: 0, UV_DIRENT_FILE: 1,
    UV_DIRENT_DIR: 2, UV_DIRENT_LINK: 3, UV_DIRENT_FIFO: 4, UV_DIRENT_SOCKET: 5, UV_DIRENT_CHAR: 6, UV_DIRENT_BLOCK: 7,
    EXTENSIONLESS_FORMAT_JAVASCRIPT: 0, EXTENSIONLESS_FORMAT_WASM: 1, S_IFMT: 61440, S_IFREG: 32768, S_IFDIR: 16384, S_IFCHR: 8192,
    S_IFBLK: 24576, S_IFIFO: 4096, S_IFLNK: 40960, S_IFSOCK: 49152, O_CREAT: 64, O_EXCL: 128, UV_FS_O_FILEMAP: 0, O_NOCTTY: 256,
    O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536, O_NOATIME: 262144, O_NOFOLLOW: 131072, O_SYNC: 1052672, O_DSYNC: 4096,
    O_DIRECT: 16384, O_NONBLOCK: 2048, S_IRWXU: 448, S_IRUSR: 256, S_IWUSR: 128, S_IXUSR: 64, S_IRWXG: 56, S_IRGRP: 32, S_IWGRP: 16,
    S_IXGRP: 8, S_IRWXO: 7, S_IROTH: 4, S_IWOTH: 2, S_IXOTH: 1, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1, UV_FS_COPYFILE_EXCL: 1,
    COPYFILE_EXCL: 1, UV_FS_COPYFILE_FICLONE: 2, COPYFILE_FICLONE: 2, UV_FS_COPYFILE_FICLONE_FORCE: 4, COPYFILE_FICLONE_FORCE: 4,
  });
  const FLAGS = { r: 0, 'r+': 2, w: 577, 'w+': 578, a: 1089, 'a+': 1090 };

  function checkPath(path, name = 'path') {
    if (path instanceof Uint8Array) path = binding.utf8Decode(path);
    else if (path !== null && typeof path === 'object' && path.protocol === 'file:' && typeof path.pathname === 'string') path = decodeURIComponent(path.pathname);
    if (typeof path !== 'string') throw invalidArgType(name, 'of type string or an instance of Buffer or URL', path);
    if (path.includes('\0')) throw invalidValue(name, path, 'must be a string, Uint8Array, or URL without null bytes');
    return path;
  }
  function checkFd(fd) {
    if (typeof fd !== 'number') throw invalidArgType('fd', 'of type number', fd);
    validateInteger(fd, 'fd', 0, 2147483647);
    return fd;
  }
  const isFd = (path) => typeof path === 'number' && path >>> 0 === path;
  function options(value, fallback = {}) {
    if (value === null || value === undefined || typeof value === 'function') return fallback;
    if (typeof value === 'string') return { ...fallback, encoding: checkEncoding(value) };
    if (typeof value !== 'object') throw invalidArgType('options', 'of type string or an instance of Object', value);
    if (value.encoding && value.encoding !== 'buffer') checkEncoding(value.encoding);
    validateAbortSignal(value.signal, 'options.signal');
    return { ...fallback, ...value };
  }
  function checkEncoding(encoding) {
    if (encoding === 'buffer') return 'buffer';
    try { return encodingOf(encoding); } catch {
      // Node 18 confuses the two.
      if (internal.major < 20) throw invalidValue(encoding, 'encoding', 'is invalid encoding');
      throw invalidValue('encoding', encoding, 'is invalid encoding');
    }
  }
  function flagsOf(flags, fallback) {
    if (flags === undefined || flags === null) return FLAGS[fallback];
    if (typeof flags === 'number') {
      validateInteger(flags, 'flags', -2147483648, 2147483647);
      return flags;
    }
    if (typeof flags === 'string') {
      // `x`: it must be new; `s`: synchronous, which makes no difference here.
      const exclusive = flags.includes('x') ? constants.O_EXCL : 0;
      const plain = flags.replace(/[xs]/, '');
      if (internal.hasOwn(FLAGS, plain) && !(exclusive && plain[0] === 'r')) return FLAGS[plain] | exclusive;
    }
    throw invalidValue('flags', flags);
  }
  function modeOf(mode, name = 'mode', fallback = undefined) {
    if ((mode === undefined || mode === null) && fallback !== undefined) return fallback;
    if (typeof mode === 'string') {
      if (!/^[0-7]+$/.test(mode)) throw invalidValue(name, mode, 'must be a 32-bit unsigned integer or an octal string');
      mode = Number.parseInt(mode, 8);
    }
    if (typeof mode !== 'number') throw invalidArgType(name, 'of type number', mode);
    validateInteger(mode, name, 0, 4294967295);
    return mode;
  }
  function accessMode(mode) {
    if (mode === undefined || mode === null) return 0;
    if (typeof mode !== 'number') throw invalidArgType('mode', 'an integer >= 0 && <= 7', mode);
    if (!Number.isInteger(mode) || mode < 0 || mode > 7) throw nodeError(RangeError, 'ERR_OUT_OF_RANGE', 'mode is out of range: >= 0 && <= 7');
    return mode;
  }
  // Milliseconds since the epoch, from what `utimes` takes: seconds as a number or a text, or a Date.
  function timeOf(time, name) {
    if (typeof time === 'string' && +time == time) return +time * 1000;
    if (typeof time === 'number' && Number.isFinite(time)) return time < 0 ? binding.dateNow() : time * 1000;
    if (time instanceof Date) return time.getTime();
    throw invalidArgType(name, 'an instance of Date or of type number or string', time);
  }
  function dataBytes(data, encoding) {
    if (typeof data === 'string') return binding.encode(data, encodingOf(encoding === 'buffer' ? 'utf8' : encoding));
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    throw invalidArgType('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
  }
  function view(buffer) {
    if (!ArrayBuffer.isView(buffer)) throw invalidArgType('buffer', 'an instance of Buffer, TypedArray, or DataView', buffer);
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }
  const content = (bytes, encoding) => (encoding && encoding !== 'buffer' ? binding.decode(bytes, encodingOf(encoding)) : toBuffer(bytes));
  // A name or path in the encoding that was asked for.
  const named = (text, encoding) => (encoding === 'buffer' ? toBuffer(binding.encode(text, 'utf8')) : text);

  // Offset, length and position of a read or write.
  function range(buffer, offset, length, position, writes = false) {
    offset = offset === undefined || offset === null ? 0 : offset;
    validateInteger(offset, 'offset', 0);
    length = length === undefined || length === null ? buffer.byteLength - offset : length;
    if (typeof length !== 'number') throw invalidArgType('length', 'of type number', length);
    if (writes && offset > buffer.byteLength) throw outOfRange('offset', `<= ${buffer.byteLength}`, offset);
    if (length > buffer.byteLength - offset) throw outOfRange('length', `<= ${buffer.byteLength - offset}`, length);
    if (length < 0) throw outOfRange('length', '>= 0', length);
    return { offset, length, position: positionOf(position) };
  }
  function positionOf(position) {
    if (position === undefined || position === null) return -1;
    if (typeof position === 'bigint') position = Number(position);
    if (typeof position !== 'number') throw invalidArgType('position', 'of type number or an integer', position);
    return position;
  }

  class StatsBase {
    isDirectory() { return (Number(this.mode) & constants.S_IFMT) === constants.S_IFDIR; }
    isFile() { return (Number(this.mode) & constants.S_IFMT) === constants.S_IFREG; }
    isBlockDevice() { return false; }
    isCharacterDevice() { return false; }
    isSymbolicLink() { return (Number(this.mode) & constants.S_IFMT) === constants.S_IFLNK; }
    isFIFO() { return false; }
    isSocket() { return false; }
  }
  const date = (ms) => new Date(Math.round(ms));
  const DATES = ['atime', 'mtime', 'ctime', 'birthtime'];
  const facts = ([mode, nlink, ino, size, atimeMs, mtimeMs, ctimeMs, birthtimeMs]) => ({
    dev: 2049, mode, nlink, uid: 1000, gid: 1000, rdev: 0, blksize: 4096, ino, size, blocks: Math.ceil(size / 4096) * 8,
    atimeMs, mtimeMs, ctimeMs, birthtimeMs,
  });
  class Stats {
    constructor(raw) {
      Object.assign(this, facts(raw));
      for (const name of DATES) this[name] = date(this[`${name}Ms`]);
    }
  }
  Object.setPrototypeOf(Stats.prototype, StatsBase.prototype);
  if (internal.major < 22) Object.setPrototypeOf(Stats, StatsBase);
  class BigIntStats extends StatsBase {
    constructor(raw) {
      super();
      const plain = facts(raw);
      for (const [name, value] of Object.entries(plain)) this[name] = BigInt(Math.floor(value));
      for (const name of DATES) this[`${name}Ns`] = BigInt(Math.round(plain[`${name}Ms`] * 1e6));
      for (const name of DATES) this[name] = date(plain[`${name}Ms`]);
    }
  }
  // What a stat gives, with the options that it was given.
  const statsFor = (options) => (raw) => (options?.bigint ? new BigIntStats(raw) : new Stats(raw));

  const kType = Symbol('type');
  class Dirent {
    constructor(name, type, path) {
      this.name = name;
      this.parentPath = path;
      this.path = path;
      this[kType] = type;
    }
    isDirectory() { return this[kType] === constants.UV_DIRENT_DIR; }
    isFile() { return this[kType] === constants.UV_DIRENT_FILE; }
    isBlockDevice() { return false; }
    isCharacterDevice() { return false; }
    isSymbolicLink() { return this[kType] === constants.UV_DIRENT_LINK; }
    isFIFO() { return false; }
    isSocket() { return false; }
  }
  // Pairs of name and type, as names or as Dirents.
  function entries(pairs, path, { withFileTypes, encoding }) {
    const list = [];
    for (let at = 0; at < pairs.length; at += 2) {
      const name = named(pairs[at], encoding);
      list.push(withFileTypes ? new Dirent(name, pairs[at + 1], path) : name);
    }
    return list;
  }

  // Errors of calls that take a descriptor name no path.
  const ON_DESCRIPTORS = ['close', 'read', 'write', 'fstat', 'ftruncate', 'fchmod', 'futime', 'fsync', 'fdatasync'];
  function failed(failure, { name, path, dest }) {
    if (ON_DESCRIPTORS.includes(failure[3])) return systemError(failure);
    return systemError(failure, name === 'mkdtemp' ? `${path}XXXXXX` : path, dest);
  }
  // `operation`: { name, path, dest, numbers, bytes, result }; `shown` is what people call it.
  function later(callback, shown, operation) {
    const { name, path, dest, numbers, bytes, result } = operation;
    binding.fsSubmit((failure, value) => {
      if (failure) callback(failed(failure, operation));
      else if (result) callback(null, result(value));
      else callback(null);
    }, shown, name, path, dest, numbers, bytes);
  }
  function promise(shown, operation) {
    return new Promise((resolve, reject) => {
      later((error, value) => { if (error) reject(error); else resolve(value); }, shown, operation);
    });
  }
  function now(shown, operation) {
    const { name, path, dest, numbers, bytes, result } = operation;
    const [failure, value] = binding.fsNow(shown, name, path, dest, numbers, bytes);
    if (failure) throw failed(failure, operation);
    return result ? result(value) : undefined;
  }

  internal.modules['internal/fs/shared'] = () => ({
    constants, checkPath, checkFd, isFd, options, flagsOf, modeOf, accessMode, timeOf, dataBytes, view, content, named, range, positionOf,
    Stats, statsFor, Dirent, entries, later, promise, now,
  });
})
