// Errors as Node makes them: with a code, and messages that say what was received.
(function (binding, internal) {
  'use strict';
  const { fromEntries, hasOwn } = Object;
  // What old versions lack and Node's own files need all the same: the names go before a module is loaded.
  Object.assign(internal, {
    fromEntries,
    hasOwn,
    flattened: (lists) => [].concat(...lists),
    last: (list) => list[list.length - 1],
  });
  const isNodeError = Symbol('kIsNodeError');

  function nodeError(Base, code, message) {
    const error = new Base(message);
    Object.defineProperty(error, isNodeError, { value: true });
    error.code = code;
    if (code !== 'ERR_UNHANDLED_REJECTION') withCode(error, code);
    // Before Node 12 the code was a part of the name.
    if (internal.major < 12) {
      Object.defineProperty(error, 'name', { value: `${error.name} [${code}]`, writable: true, configurable: true, enumerable: false });
    }
    return error;
  }

  // The stack of Node's own errors begins with name and code.
  function withCode(error, code) {
    const { name, stack } = error;
    if (typeof stack === 'string' && stack.startsWith(name)) {
      Object.defineProperty(error, 'stack', { value: `${name} [${code}]${stack.slice(name.length)}` });
    }
  }

  function received(value) {
    if (value == null) return ` Received ${value}`;
    if (typeof value === 'function') return ` Received function ${value.name}`;
    if (typeof value === 'object') {
      if (value.constructor?.name) return ` Received an instance of ${value.constructor.name}`;
      return ` Received ${binding.inspect(value, -1)}`;
    }
    let text = binding.inspect(value, 2);
    if (text.length > 28) text = text.slice(0, 25) + '...';
    return ` Received type ${typeof value} (${text})`;
  }

  const PRIMITIVES = ['string', 'function', 'number', 'object', 'boolean', 'bigint', 'symbol'];
  function either(words) {
    if (words.length < 3) return words.join(' or ');
    return `${words.slice(0, -1).join(', ')}, or ${words[words.length - 1]}`;
  }
  // What was expected, from a list of types, classes and other things.
  function expectation(list) {
    const types = [];
    const classes = [];
    const others = [];
    for (const one of list) {
      if (PRIMITIVES.includes(one) || one === 'Function' || one === 'Object') types.push(one.toLowerCase());
      else if (/^([A-Z][a-z0-9]*)+$/.test(one)) classes.push(one);
      else others.push(one);
    }
    // An object beside other classes counts as one of them.
    const object = types.indexOf('object');
    if (classes.length > 0 && object >= 0) {
      types.splice(object, 1);
      classes.push('Object');
    }
    const parts = [];
    if (types.length > 0) parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${either(types)}`);
    if (classes.length > 0) parts.push(`an instance of ${either(classes)}`);
    if (others.length > 1) parts.push(`one of ${either(others)}`);
    else if (others.length > 0) parts.push(others[0].toLowerCase() !== others[0] ? `an ${others[0]}` : others[0]);
    return parts.join(' or ');
  }

  // `expected` is a list of types and classes, one of them, or the words themselves.
  function invalidArgType(name, expected, value) {
    const kind = name.includes('.') ? 'property' : 'argument';
    const subject = name.endsWith(' argument') ? `The ${name}` : `The "${name}" ${kind}`;
    const words = typeof expected === 'string' && expected.includes(' ') ? expected : expectation(Array.isArray(expected) ? expected : [expected]);
    return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', `${subject} must be ${words}.${received(value)}`);
  }

  // Large whole numbers are shown with their digits in groups.
  function outOfRange(name, range, value) {
    let shown = binding.inspect(value, 2);
    const isLarge = typeof value === 'bigint' ? value > 2n ** 32n || value < -(2n ** 32n) : Number.isInteger(value) && Math.abs(value) > 2 ** 32;
    if (isLarge) shown = `${String(value).replace(/\B(?=(\d{3})+$)/g, '_')}${typeof value === 'bigint' ? 'n' : ''}`;
    return nodeError(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be ${range}. Received ${shown}`);
  }

  function validateFunction(value, name) {
    if (typeof value === 'function') return;
    // Before Node 17 callbacks had a code of their own.
    if (internal.major < 17 && (name === 'callback' || name === 'cb')) {
      throw nodeError(TypeError, 'ERR_INVALID_CALLBACK', 'Callback must be a function');
    }
    throw invalidArgType(name, 'of type function', value);
  }

  // What a failed system call gives: `info` is [code, errno, text, syscall] of the Rust side.
  function systemError([code, errno, text, syscall], path, dest) {
    let message = `${code}: ${text}, ${syscall}`;
    if (path !== undefined) message += ` '${path}'`;
    if (dest !== undefined) message += ` -> '${dest}'`;
    const error = new Error(message);
    error.errno = errno;
    error.code = code;
    error.syscall = syscall;
    if (path !== undefined) error.path = path;
    if (dest !== undefined) error.dest = dest;
    return error;
  }

  // A function of Node's that is not modelled: it can be looked at, a call ends the run.
  function refusing(name, hint) {
    const fn = { [name.slice(name.lastIndexOf('.') + 1)]: function () { binding.refuse(name, hint ?? ''); } };
    return Object.values(fn)[0];
  }

  function refuseMissing(object, prefix, names, hint) {
    for (const name of names) {
      if (hasOwn(object, name)) continue;
      Object.defineProperty(object, name, {
        value: refusing(prefix + name, hint), writable: true, configurable: true, enumerable: true,
      });
    }
  }

  Object.assign(internal, {
    nodeError, invalidArgType, outOfRange, validateFunction, systemError, refusing, refuseMissing, isNodeError, received,
  });
})
