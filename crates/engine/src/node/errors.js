// Errors as Node makes them: with a code, and messages that say what was received.
(function (binding, internal) {
  'use strict';
  const isNodeError = Symbol('kIsNodeError');

  function nodeError(Base, code, message) {
    const error = new Base(message);
    Object.defineProperty(error, isNodeError, { value: true });
    error.code = code;
    return error;
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

  function invalidArgType(name, expected, value) {
    const kind = name.includes('.') ? 'property' : 'argument';
    const subject = name.endsWith(' argument') ? `The ${name}` : `The "${name}" ${kind}`;
    return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', `${subject} must be ${expected}.${received(value)}`);
  }

  function outOfRange(name, range, value) {
    return nodeError(RangeError, 'ERR_OUT_OF_RANGE',
      `The value of "${name}" is out of range. It must be ${range}. Received ${binding.inspect(value, 2)}`);
  }

  function validateFunction(value, name) {
    if (typeof value !== 'function') throw invalidArgType(name, 'of type function', value);
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
      if (Object.hasOwn(object, name)) continue;
      Object.defineProperty(object, name, {
        value: refusing(prefix + name, hint), writable: true, configurable: true, enumerable: true,
      });
    }
  }

  Object.assign(internal, {
    nodeError, invalidArgType, outOfRange, validateFunction, systemError, refusing, refuseMissing, isNodeError, received,
  });
})
