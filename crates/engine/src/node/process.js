// The process object, and what the Rust side asks of it when something goes wrong or ends.
(function (binding, internal) {
  'use strict';
  const { hasOwn } = Object;
  const { EventEmitter, validateFunction, nodeError, refuseMissing, invalidArgType } = internal;

  function ProcessEmitter() {}
  Object.defineProperty(ProcessEmitter, 'name', { value: 'process' });
  const proto = Object.create(EventEmitter.prototype, {
    constructor: { value: ProcessEmitter, writable: true, configurable: true },
  });
  Object.defineProperty(proto, Symbol.toStringTag, { value: 'process', configurable: true });
  const process = Object.create(proto);
  EventEmitter.init.call(process);
  internal.process = process;
  internal.major = parseInt(binding.facts().version.slice(1), 10);

  const BUILT_WITH = {
    10: { v8: '6.8.275.32-node.59', uv: '1.34.2', modules: '64' },
    18: { v8: '10.2.154.26-node.39', uv: '1.44.2', modules: '108' },
    20: { v8: '11.3.244.8-node.38', uv: '1.46.0', modules: '115' },
    22: { v8: '12.4.254.21-node.57', uv: '1.51.0', modules: '127' },
    24: { v8: '13.6.233.17-node.53', uv: '1.52.1', modules: '137' },
    26: { v8: '14.6.202.34-node.34', uv: '1.52.1', modules: '147' },
  };
  const facts = binding.facts();
  Object.assign(process, {
    version: facts.version,
    versions: { node: facts.version.slice(1), ...BUILT_WITH[internal.major] },
    arch: 'x64',
    platform: 'linux',
    release: { name: 'node' },
    argv: [facts.execPath, facts.main],
    execArgv: [],
    env: facts.env,
    pid: 4242,
    ppid: 4241,
    execPath: facts.execPath,
    title: 'node',
    exitCode: undefined,
    _exiting: false,
  });
  // Since Node 20 the code is looked at when it is set, and since Node 22 kept as a number.
  if (internal.major >= 20) {
    let exitCode;
    let exiting = false;
    const { get, set } = Object.getOwnPropertyDescriptor({
      get exitCode() { return exitCode; },
      set exitCode(code) {
        let value = code ?? undefined;
        if (typeof code === 'string' && code !== '' && !Number.isNaN(Number(code))) value = Number(code);
        if (value !== undefined) internal.validators.validateInteger(value, 'code');
        exitCode = internal.major < 22 ? code : value;
      },
    }, 'exitCode');
    Object.defineProperty(process, 'exitCode', { get, set, enumerable: true, configurable: false });
    Object.defineProperty(process, '_exiting', {
      get() { return exiting; },
      set(value) { exiting = Boolean(value); },
      enumerable: true, configurable: true,
    });
  }
  // What the operating system is given.
  const exitCodeOf = () => Number(process.exitCode) | 0;

  process.nextTick = function nextTick(callback, ...args) {
    validateFunction(callback, 'callback');
    if (process._exiting) return;
    binding.nextTick(callback, args);
  };

  process.cwd = function cwd() { return facts.cwd; };
  process.uptime = function uptime() { return binding.now() / 1e9; };

  process.hrtime = function hrtime(previous) {
    const now = binding.now();
    let seconds = Math.floor(now / 1e9);
    let nanos = now % 1e9;
    if (previous !== undefined) {
      if (!Array.isArray(previous)) throw invalidArgType('time', 'an instance of Array', previous);
      seconds -= previous[0];
      nanos -= previous[1];
      if (nanos < 0) { seconds -= 1; nanos += 1e9; }
    }
    return [seconds, nanos];
  };
  process.hrtime.bigint = function bigint() { return BigInt(binding.now()); };

  process.exit = function exit(code) {
    if (code !== undefined) process.exitCode = code;
    if (!process._exiting) {
      process._exiting = true;
      process.emit('exit', process.exitCode || 0);
    }
    binding.exit(exitCodeOf());
  };

  process.emitWarning = function emitWarning(warning, type, code, ctor) {
    if (process.noDeprecation && type === 'DeprecationWarning') return;
    let detail;
    if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
      ({ ctor, code } = type);
      if (typeof type.detail === 'string') ({ detail } = type);
      type = type.type || 'Warning';
    } else if (typeof type === 'function') {
      [ctor, code, type] = [type, undefined, 'Warning'];
    }
    if (type !== undefined) internal.validators.validateString(type, 'type');
    if (typeof code === 'function') [ctor, code] = [code, undefined];
    else if (code !== undefined) internal.validators.validateString(code, 'code');
    if (typeof warning === 'string') {
      const text = warning;
      warning = new Error(text);
      warning.name = String(type || 'Warning');
      if (code !== undefined) warning.code = code;
      if (detail !== undefined) warning.detail = detail;
      Error.captureStackTrace(warning, ctor || process.emitWarning);
    } else if (!(warning instanceof Error)) {
      throw invalidArgType('warning', 'of type string or an instance of Error', warning);
    }
    if (warning.name === 'DeprecationWarning') {
      if (process.noDeprecation) return;
      if (process.throwDeprecation) {
        process.nextTick(() => { throw warning; });
        return;
      }
    }
    process.nextTick(doEmitWarning, warning);
  };
  function doEmitWarning(warning) { process.emit('warning', warning); }

  let hinted = false;
  process.on('warning', function onWarning(warning) {
    const code = warning.code ? `[${warning.code}] ` : '';
    let text = `(node:${process.pid}) ${code}${warning.name}: ${warning.message}`;
    if (!hinted) {
      hinted = true;
      text += `\n(Use \`node --trace-warnings ...\` to show where the warning was created)`;
    }
    if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
    binding.write(false, text + '\n');
  });

  let capture = null;
  process.setUncaughtExceptionCaptureCallback = function setUncaughtExceptionCaptureCallback(callback) {
    if (callback === null) { capture = null; return; }
    if (typeof callback !== 'function') throw invalidArgType('fn', 'of type function or null', callback);
    if (capture !== null) {
      throw nodeError(Error, 'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET',
        '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active');
    }
    capture = callback;
  };
  process.hasUncaughtExceptionCaptureCallback = () => capture !== null;

  function stream(fd, isStdout) {
    const target = new EventEmitter();
    Object.defineProperty(target, 'fd', { value: fd, enumerable: true });
    target.writable = true;
    target.isTTY = undefined;
    // Standard output is a file here, as when it is recorded: the write is done when the call returns, and the
    // callback is a tick.
    target.write = function write(chunk, encoding, callback) {
      if (typeof encoding === 'function') callback = encoding;
      if (chunk === null) throw nodeError(TypeError, 'ERR_STREAM_NULL_VALUES', 'May not write null values to stream');
      if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
        throw invalidArgType('chunk', 'of type string or an instance of Buffer or Uint8Array', chunk);
      }
      binding.write(isStdout, typeof chunk === 'string' ? chunk : binding.utf8Decode(chunk));
      if (typeof callback === 'function') process.nextTick(callback);
      return true;
    };
    refuseMissing(target, `process.${isStdout ? 'stdout' : 'stderr'}.`,
      ['end', 'cork', 'uncork', 'destroy', 'pipe', 'setDefaultEncoding', 'cursorTo', 'clearLine', 'moveCursor', 'getWindowSize']);
    return target;
  }
  process.stdout = stream(1, true);
  process.stderr = stream(2, false);

  refuseMissing(process, 'process.', [
    'resourceUsage', 'chdir', 
    'setuid', 'setgid', 'binding', 'dlopen', 'send', 'disconnect', 'getActiveResourcesInfo', 'setSourceMapsEnabled',
  ]);
  Object.defineProperty(globalThis, 'process', { value: process, writable: true, configurable: true, enumerable: false });
  internal.modules.process = () => process;

  const isErrorLike = (value) => typeof value === 'object' && value !== null && hasOwn(value, 'stack') || value instanceof Error;

  // One of Node's own modules, for another one.
  internal.require = (id) => internal.hooks.builtinModule(id);

  internal.hooks = {
    // Undefined if a listener took the error (semantics 9.3), otherwise the exit code.
    uncaught(error, fromPromise) {
      const origin = fromPromise ? 'unhandledRejection' : 'uncaughtException';
      if (internal.major >= 14) process.emit('uncaughtExceptionMonitor', error, origin);
      if (capture !== null) { capture(error); return undefined; }
      if (process.emit('uncaughtException', error, origin)) return undefined;
      // The code of a worker whose `exit` is being emitted is decided.
      const decided = internal.worker !== undefined && process._exiting;
      try {
        if (!process._exiting) {
          process._exiting = true;
          process.exitCode = 1;
          process.emit('exit', 1);
        }
      } catch { /* Node, too, ignores what an exit listener throws here. */ }
      if (process.exitCode === undefined) return decided ? 0 : 1;
      return exitCodeOf();
    },
    // Undefined if a listener took it (semantics 8.2), otherwise an array with the error to throw.
    unhandledRejection(reason, promise) {
      if (process.emit('unhandledRejection', reason, promise)) return undefined;
      if (internal.major < 15) { internal.warnOfRejection(reason); return undefined; }
      if (isErrorLike(reason)) return [reason];
      const error = nodeError(Error, 'ERR_UNHANDLED_REJECTION',
        'This error originated either by throwing inside of an async function without a catch block, ' +
        'or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason ' +
        `"${binding.describe(reason)}".`);
      Object.defineProperty(error, 'name', { value: 'UnhandledPromiseRejection', writable: true, configurable: true });
      return [error];
    },
    rejectionHandled(promise) {
      if (process.emit('rejectionHandled', promise)) return;
      process.emitWarning('Promise rejection was handled asynchronously', 'PromiseRejectionHandledWarning');
    },
    listens(name) { return process.listenerCount(name) > 0; },
    beforeExit() { process.emit('beforeExit', exitCodeOf()); },
    // `unsettled`: the main module waits for what cannot come any more (semantics 1.4).
    exit(unsettled, warning) {
      if (!process._exiting) {
        process._exiting = true;
        let seen = exitCodeOf();
        if (unsettled && (process.exitCode === undefined || internal.major >= 22 && process.exitCode === 0)) {
          process.exitCode = 13;
          if (internal.major >= 22) {
            seen = 13;
            binding.write(false, warning);
          }
        }
        process.emit('exit', seen);
      }
    },
    exitCode: exitCodeOf,
    builtinModule(id) {
      if (hasOwn(internal.loaded, id)) return internal.loaded[id];
      // A file of the library defines its modules when one of them is first asked for.
      if (internal.modules[id] === undefined) binding.library(id)?.(binding, internal);
      const make = internal.modules[id];
      if (make === undefined) return undefined;
      const exports = internal.loaded[id] = make();
      binding.completeSurface(id, exports);
      return exports;
    },
  };
})
