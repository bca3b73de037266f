// util: what programs use to look at values, and to pass from callbacks to promises and back.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, nodeError, outOfRange, process } = internal;
  const { validateFunction, validateString, validateNumber, validateAbortSignal, validateObject } = internal.validators;
  const { codes } = internal.errors;
  const kCustom = Symbol.for('nodejs.util.promisify.custom');

  function promisify(original) {
    validateFunction(original, 'original');
    const mark = (fn) => Object.defineProperty(fn, kCustom, { value: fn, enumerable: false, writable: false, configurable: true });
    if (original[kCustom]) {
      validateFunction(original[kCustom], 'util.promisify.custom');
      return mark(original[kCustom]);
    }
    const names = original[internal.customPromisifyArgs];
    function fn(...args) {
      return new Promise((resolve, reject) => {
        args.push((error, ...values) => {
          if (error) return reject(error);
          if (names === undefined || values.length < 2) return resolve(values[0]);
          return resolve(internal.fromEntries(names.map((name, at) => [name, values[at]])));
        });
        Reflect.apply(original, this, args);
      });
    }
    Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
    mark(fn);
    return Object.defineProperties(fn, Object.getOwnPropertyDescriptors(original));
  }
  promisify.custom = kCustom;

  function onRejected(reason, callback) {
    if (!reason) {
      const error = nodeError(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value');
      error.reason = reason;
      reason = error;
    }
    return callback(reason);
  }
  function callbackify(original) {
    validateFunction(original, 'original');
    function callbackified(...args) {
      const last = args.pop();
      validateFunction(last, 'last argument');
      const callback = last.bind(this);
      Reflect.apply(original, this, args).then(
        (value) => process.nextTick(callback, null, value),
        (reason) => process.nextTick(onRejected, reason, callback));
    }
    const descriptors = Object.getOwnPropertyDescriptors(original);
    if (typeof descriptors.length.value === 'number') descriptors.length.value++;
    if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
    return Object.defineProperties(callbackified, descriptors);
  }

  const warnedCodes = new Set();
  function deprecate(fn, message, code) {
    if (code !== undefined) validateString(code, 'code');
    let warned = false;
    function deprecated(...args) {
      if (!process.noDeprecation && !warned) {
        warned = true;
        if (code === undefined) process.emitWarning(message, 'DeprecationWarning', deprecated);
        else if (!warnedCodes.has(code)) {
          process.emitWarning(message, 'DeprecationWarning', code, deprecated);
          warnedCodes.add(code);
        }
      }
      return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
    }
    Object.setPrototypeOf(deprecated, fn);
    if (fn.prototype) deprecated.prototype = fn.prototype;
    return deprecated;
  }

  function inherits(ctor, superCtor) {
    if (ctor === undefined || ctor === null) throw invalidArgType('ctor', 'Function', ctor);
    if (superCtor === undefined || superCtor === null) throw invalidArgType('superCtor', 'Function', superCtor);
    if (superCtor.prototype === undefined) throw invalidArgType('superCtor.prototype', 'Object', superCtor.prototype);
    Object.defineProperty(ctor, 'super_', { value: superCtor, writable: true, configurable: true });
    Object.setPrototypeOf(ctor.prototype, superCtor.prototype);
  }

  function debuglog(set, callback) {
    const wanted = (process.env.NODE_DEBUG ?? '').toUpperCase().split(',').includes(`${set}`.toUpperCase());
    const log = (...args) => {
      callback?.(log);
      callback = undefined;
      if (wanted) binding.write(false, `${`${set}`.toUpperCase()} ${process.pid}: ${format(...args)}\n`);
    };
    return Object.defineProperty(log, 'enabled', { get: () => wanted, configurable: true, enumerable: true });
  }

  const inspect = binding.inspectFunction();
  const codesOf = (open, close) => [open, close];
  inspect.colors = Object.assign(Object.create(null), {
    reset: codesOf(0, 0), bold: codesOf(1, 22), dim: codesOf(2, 22), italic: codesOf(3, 23), underline: codesOf(4, 24),
    blink: codesOf(5, 25), inverse: codesOf(7, 27), hidden: codesOf(8, 28), strikethrough: codesOf(9, 29), doubleunderline: codesOf(21, 24),
  });
  const NAMES = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];
  NAMES.forEach((name, at) => { inspect.colors[name.toLowerCase()] = codesOf(30 + at, 39); });
  NAMES.forEach((name, at) => { inspect.colors[`bg${name}`] = codesOf(40 + at, 49); });
  inspect.colors.framed = codesOf(51, 54);
  inspect.colors.overlined = codesOf(53, 55);
  NAMES.forEach((name, at) => { inspect.colors[at === 0 ? 'gray' : `${name.toLowerCase()}Bright`] = codesOf(90 + at, 39); });
  NAMES.forEach((name, at) => { inspect.colors[at === 0 ? 'bgGray' : `bg${name}Bright`] = codesOf(100 + at, 49); });
  // Other names, which are not listed.
  const ALIASES = { gray: ['grey', 'blackBright'], bgGray: ['bgGrey', 'bgBlackBright'], dim: ['faint'], strikethrough: ['crossedout', 'strikeThrough', 'crossedOut'],
    hidden: ['conceal'], inverse: ['swapColors', 'swapcolors'], doubleunderline: ['doubleUnderline'] };
  for (const [name, aliases] of Object.entries(ALIASES)) {
    for (const alias of aliases) {
      Object.defineProperty(inspect.colors, alias, {
        get() { return this[name]; }, set(value) { this[name] = value; }, configurable: true, enumerable: false,
      });
    }
  }
  inspect.styles = Object.assign(Object.create(null), {
    special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey', null: 'bold', string: 'green',
    symbol: 'green', date: 'magenta', regexp: 'red', module: 'underline',
  });
  Object.defineProperty(inspect, 'defaultOptions', {
    get: () => ({
      showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100,
      maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, numericSeparator: false,
    }),
    set: () => binding.refuse('changing util.inspect.defaultOptions', 'give the options to util.inspect'),
  });
  const color = (name) => inspect.colors[name];

  function format(...args) { return binding.format(args); }
  function formatWithOptions(options, ...args) {
    validateObject(options, 'inspectOptions', { allowFunction: true });
    return binding.formatWith(options, args);
  }
  // Standard output is no terminal here: styles are left out unless the program says that it does not care.
  function styleText(format, text, { validateStream = true, stream = process.stdout } = {}) {
    validateString(text, 'text');
    internal.validators.validateBoolean(validateStream, 'options.validateStream');
    if (validateStream && typeof stream?.write !== 'function' && typeof stream?.on !== 'function') {
      throw invalidArgType('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
    }
    let [left, right] = ['', ''];
    for (const name of internal.flattened([format])) {
      const style = typeof name === 'string' ? color(name) : undefined;
      if (style === undefined) throw codes.ERR_INVALID_ARG_VALUE('format', name, `must be one of: ${Object.keys(inspect.colors).map((one) => `'${one}'`).join(', ')}`);
      left += `\u001b[${style[0]}m`;
      right = `\u001b[${style[1]}m${right}`;
    }
    // Node 20 asks about the stream for a single style alone.
    const asks = validateStream && (!Array.isArray(format) || internal.major >= 22);
    return asks && !stream.isTTY && process.env.FORCE_COLOR === undefined ? text : `${left}${text}${right}`;
  }

  const is = (...brands) => (value) => brands.includes(binding.brand(value));
  const typed = (name) => (value) => ArrayBuffer.isView(value) && Object.getOwnPropertyDescriptor(
    Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get.call(value) === name;
  const generatorFunctions = [Object.getPrototypeOf(function* () {}), Object.getPrototypeOf(async function* () {})];
  const types = {
    isExternal: () => false,
    isDate: is('Date'),
    isArgumentsObject: is('Arguments'),
    isBigIntObject: is('BigInt'),
    isBooleanObject: is('Boolean'),
    isNumberObject: is('Number'),
    isStringObject: is('String'),
    isSymbolObject: is('Symbol'),
    isNativeError: is('Error'),
    isRegExp: is('RegExp'),
    isAsyncFunction: (value) => internal.isAsyncFunction(value),
    isGeneratorFunction: (value) => typeof value === 'function' && generatorFunctions.some((proto) => Object.prototype.isPrototypeOf.call(proto, value)),
    isGeneratorObject: is('Generator'),
    isPromise: is('Promise'),
    isMap: is('Map'),
    isSet: is('Set'),
    isMapIterator: is('Map Iterator'),
    isSetIterator: is('Set Iterator'),
    isWeakMap: is('WeakMap'),
    isWeakSet: is('WeakSet'),
    isArrayBuffer: is('ArrayBuffer'),
    isDataView: is('DataView'),
    isSharedArrayBuffer: is('SharedArrayBuffer'),
    isProxy: is('Proxy'),
    isModuleNamespaceObject: is('Module'),
    isAnyArrayBuffer: is('ArrayBuffer', 'SharedArrayBuffer'),
    isBoxedPrimitive: is('Number', 'String', 'Boolean', 'BigInt', 'Symbol'),
    isArrayBufferView: ArrayBuffer.isView,
    isTypedArray: is('TypedArray'),
  };
  for (const name of ['Uint8', 'Uint8Clamped', 'Uint16', 'Uint32', 'Int8', 'Int16', 'Int32', 'Float32', 'Float64', 'BigInt64', 'BigUint64']) {
    types[`is${name}Array`] = typed(`${name}Array`);
  }
  types.isKeyObject = () => false;
  types.isCryptoKey = () => false;
  for (const [name, fn] of Object.entries(types)) if (fn.name !== name) Object.defineProperty(fn, 'name', { value: name });

  // What few programs need is read when it is called.
  const rest = () => internal.require('internal/util_rest');
  function getSystemErrorMap() { return rest().getSystemErrorMap(); }
  function getSystemErrorName(number) { return rest().getSystemErrorName(number); }
  function parseEnv(content) { return rest().parseEnv(content); }
  function parseArgs(config = {}) { return rest().parseArgs(config); }

  async function aborted(signal, resource) {
    if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
    validateAbortSignal(signal, 'signal');
    validateObject(resource, 'resource', { allowFunction: true });
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => { signal.addEventListener('abort', () => resolve(), { once: true }); });
  }

  // What the language itself tells: the old names.
  const old = {
    isArray: Array.isArray,
    isBoolean: (value) => typeof value === 'boolean',
    isBuffer: (value) => internal.Buffer.isBuffer(value),
    isDeepStrictEqual: (a, b) => internal.require('internal/deep_equal').isDeepEqual(a, b, true),
    isNull: (value) => value === null,
    isNullOrUndefined: (value) => value === null || value === undefined,
    isNumber: (value) => typeof value === 'number',
    isString: (value) => typeof value === 'string',
    isSymbol: (value) => typeof value === 'symbol',
    isUndefined: (value) => value === undefined,
    isRegExp: types.isRegExp,
    isObject: (value) => value !== null && typeof value === 'object',
    isDate: types.isDate,
    isError: (value) => types.isNativeError(value) || value instanceof Error,
    isFunction: (value) => typeof value === 'function',
    isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
  };
  const ANSI = /[\u001B\u009B][[\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\d/#&.:=?%@~_]+)*|[a-zA-Z\d]+(?:;[-a-zA-Z\d/#&.:=?%@~_]*)*)?(?:\u0007|\u001B\u005C|\u009C))|(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~]))/g;
  const util = {
    _extend(target, source) {
      return source === null || typeof source !== 'object' ? target : Object.assign(target, source);
    },
    callbackify, debug: debuglog, debuglog, deprecate, format, styleText, formatWithOptions, getSystemErrorMap, getSystemErrorName, inherits, inspect,
    ...old,
    log: (...args) => binding.refuse('util.log', 'use console.log'),
    parseArgs, parseEnv, promisify,
    stripVTControlCharacters(text) {
      validateString(text, 'str');
      return text.replace(ANSI, '');
    },
    toUSVString: (text) => internal.toWellFormed(`${text}`),
    aborted,
    types,
  };
  Object.defineProperties(util, internal.fromEntries(['TextDecoder', 'TextEncoder'].map((name) => [name, {
    configurable: true, enumerable: true, get: () => globalThis[name],
  }])));
  internal.refuseMissing(util, 'util.', ['_errnoException', '_exceptionWithHostPort', 'transferableAbortSignal',
    'transferableAbortController', 'MIMEType', 'MIMEParams'], 'use the functions of util that format, inspect and promisify');
  internal.modules.util = () => util;
  internal.modules.sys = () => util;
  internal.modules['util/types'] = () => types;
})
