// The operations of fs that are one request each: what they check, what the Rust side is told, what comes of it. Their three
// forms are made from this.
(function (binding, internal) {
  'use strict';
  const { invalidArgType } = internal;
  const { validateBoolean, validateInteger } = internal.validators;
  const invalidValue = internal.errors.codes.ERR_INVALID_ARG_VALUE;
  const { checkPath, checkFd, options, flagsOf, modeOf, accessMode, timeOf, dataBytes, content, named, statsFor, entries } =
    internal.require('internal/fs/shared');
  const value = (result) => result;

  function statting(name) {
    return { takes: ['path', 'options'], prepare: ([path, opts]) => {
      return { name, path: checkPath(path), result: statsFor(opts) };
    } };
  }
  function writing(fallback) {
    return { takes: ['path', 'data', 'options'], prepare: ([path, data, opts]) => {
      const { encoding, flag, mode } = options(opts, { encoding: 'utf8' });
      return { name: 'writeFile', path: checkPath(path), numbers: [flagsOf(flag, fallback), modeOf(mode, 'mode', 0o666)], bytes: dataBytes(data, encoding) };
    } };
  }
  const onPath = (name, ...more) => ({ takes: ['path', ...more.map(() => 'number')], prepare: ([path, ...rest]) => ({
    name, path: checkPath(path), numbers: more.map((check, at) => check(rest[at])),
  }) });
  const times = (name) => ({ takes: ['path', 'atime', 'mtime'], prepare: ([path, atime, mtime]) => ({
    name, path: checkPath(path), numbers: [timeOf(atime, 'time'), timeOf(mtime, 'time')],
  }) });
  const twoPaths = (name, first, second) => ({ takes: [first, second], prepare: ([from, to]) => ({
    name, path: checkPath(from, first), dest: checkPath(to, second),
  }) });
  const onFd = (name, more = {}) => ({ takes: ['fd'], prepare: ([fd]) => ({ name, numbers: [checkFd(fd)], ...more }) });
  const linkText = (name) => ({ takes: ['path', 'options'], prepare: ([path, opts]) => {
    const { encoding } = options(opts);
    return { name, path: checkPath(path), result: (text) => named(text, encoding) };
  } });
  const owner = (check) => ({ takes: ['path', 'uid', 'gid'], prepare: ([path, uid, gid]) => {
    validateInteger(uid, 'uid', -1, 4294967295);
    validateInteger(gid, 'gid', -1, 4294967295);
    // The process owns everything and may not give it away.
    if ((uid !== 1000 && uid !== -1) || (gid !== 1000 && gid !== -1)) binding.refuse('another owner of a file', 'use the uid and gid of process');
    return { name: check === checkFd ? 'fstat' : 'stat', path: check === checkFd ? undefined : check(path), numbers: check === checkFd ? [check(path)] : undefined };
  } });

  const operations = {
    readFile: { takes: ['path', 'options'], prepare: ([path, opts]) => {
      const { encoding, flag } = options(opts, { encoding: null });
      return { name: 'readFile', path: checkPath(path), numbers: [flagsOf(flag, 'r')], result: (bytes) => content(bytes, encoding) };
    } },
    writeFile: writing('w'),
    appendFile: writing('a'),
    stat: statting('stat'),
    lstat: statting('lstat'),
    access: { takes: ['path', 'options'], prepare: ([path, mode]) => {
      path = checkPath(path);
      return { name: 'access', path, numbers: [accessMode(typeof mode === 'function' ? undefined : mode)] };
    } },
    unlink: onPath('unlink'),
    rmdir: { takes: ['path', 'options'], prepare: ([path, opts]) => {
      if (opts?.recursive) binding.refuse('fs.rmdir with recursive, which is deprecated', 'use fs.rm');
      return { name: 'rmdir', path: checkPath(path) };
    } },
    readdir: { takes: ['path', 'options'], prepare: ([path, opts]) => {
      const chosen = options(opts);
      path = checkPath(path);
      return { name: 'readdir', path, result: (pairs) => entries(pairs, path, chosen) };
    } },
    mkdir: { takes: ['path', 'options'], prepare: ([path, opts]) => {
      let mode = 0o777;
      let recursive = false;
      if (typeof opts === 'number' || typeof opts === 'string') mode = modeOf(opts);
      else if (opts !== null && typeof opts === 'object') {
        if (opts.recursive !== undefined) validateBoolean(recursive = opts.recursive, 'options.recursive');
        mode = modeOf(opts.mode, 'options.mode', 0o777);
      }
      return { name: recursive ? 'mkdirp' : 'mkdir', path: checkPath(path), numbers: [mode], result: recursive ? value : undefined };
    } },
    mkdtemp: { takes: ['prefix', 'options'], prepare: ([prefix, opts]) => {
      const { encoding } = options(opts);
      return { name: 'mkdtemp', path: checkPath(prefix, 'prefix'), result: (text) => named(text, encoding) };
    } },
    rename: twoPaths('rename', 'oldPath', 'newPath'),
    link: twoPaths('link', 'existingPath', 'newPath'),
    copyFile: { takes: ['src', 'dest', 'options'], prepare: ([from, to, mode]) => {
      const path = checkPath(from, 'src');
      const dest = checkPath(to, 'dest');
      return { name: 'copyFile', path, dest, numbers: [accessMode(typeof mode === 'function' ? undefined : mode)] };
    } },
    symlink: { takes: ['target', 'path', 'options'], prepare: ([target, path, type]) => {
      if (typeof type === 'string' && !['dir', 'file', 'junction'].includes(type)) {
        throw invalidValue('type', type, "must be one of: 'dir', 'file', 'junction', null, undefined");
      }
      return { name: 'symlink', path: checkPath(target, 'target'), dest: checkPath(path) };
    } },
    readlink: linkText('readlink'),
    truncate: { takes: ['path', 'options'], prepare: ([path, length]) => ({
      name: 'truncate', path: checkPath(path), numbers: [lengthOf(typeof length === 'function' ? undefined : length)],
    }) },
    chmod: onPath('chmod', (mode) => modeOf(mode)),
    utimes: times('utimes'),
    lutimes: times('lutimes'),
    chown: owner(checkPath),
    lchown: owner(checkPath),
    fchown: owner(checkFd),
    open: { takes: ['path', 'options', 'options'], prepare: ([path, flags, mode]) => ({
      name: 'open', path: checkPath(path),
      numbers: [flagsOf(typeof flags === 'function' ? undefined : flags, 'r'), modeOf(typeof mode === 'function' ? undefined : mode, 'mode', 0o666)],
      result: value,
    }) },
    close: onFd('close'),
    fsync: onFd('fsync', {}),
    fdatasync: onFd('fdatasync', {}),
    fstat: { takes: ['fd', 'options'], prepare: ([fd, opts]) => ({ name: 'fstat', numbers: [checkFd(fd)], result: statsFor(opts) }) },
    ftruncate: { takes: ['fd', 'options'], prepare: ([fd, length]) => ({
      name: 'ftruncate', numbers: [checkFd(fd), lengthOf(typeof length === 'function' ? undefined : length)],
    }) },
    fchmod: { takes: ['fd', 'mode'], prepare: ([fd, mode]) => ({ name: 'fchmod', numbers: [checkFd(fd), modeOf(mode)] }) },
    futimes: { takes: ['fd', 'atime', 'mtime'], prepare: ([fd, atime, mtime]) => ({
      name: 'futimes', numbers: [checkFd(fd), timeOf(atime, 'atime'), timeOf(mtime, 'mtime')],
    }) },
  };
  function lengthOf(length = 0) {
    if (typeof length !== 'number') throw invalidArgType('len', 'of type number', length);
    validateInteger(length, 'len');
    return Math.max(0, length);
  }
  internal.modules['internal/fs/operations'] = () => operations;
})
