// Node's errors by their code, and the checks of arguments that Node's own modules share.
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType, outOfRange } = internal;

  // Each code can be called with and without `new`; `make` gives the message.
  const codes = {};
  function define(code, Base, make) {
    const maker = function (...args) { return nodeError(Base, code, make(...args)); };
    codes[code] = Object.defineProperty(maker, 'name', { value: code });
  }
  function shown(value) {
    const text = binding.inspect(value, 2);
    return text.length > 128 ? `${text.slice(0, 128)}...` : text;
  }
  codes.ERR_INVALID_ARG_TYPE = function ERR_INVALID_ARG_TYPE(name, expected, value) { return invalidArgType(name, expected, value); };
  codes.ERR_OUT_OF_RANGE = function ERR_OUT_OF_RANGE(name, range, value) { return outOfRange(name, range, value); };
  define('ERR_INVALID_ARG_VALUE', TypeError, (name, value, reason = 'is invalid') =>
    `The ${name.includes('.') ? 'property' : 'argument'} '${name}' ${reason}. Received ${shown(value)}`);
  define('ERR_INVALID_RETURN_VALUE', TypeError, (input, name, value) =>
    `Expected ${input} to be returned from the "${name}" function but got ${internal.received(value).slice(' Received '.length)}.`);
  define('ERR_MISSING_ARGS', TypeError, (...names) => {
    const quoted = names.map((name) => (Array.isArray(name) ? name : [name]).map((one) => `"${one}"`).join(' or '));
    const last = quoted.pop();
    const list = quoted.length === 0 ? last : quoted.length === 1 ? `${quoted[0]} and ${last}` : `${quoted.join(', ')}, and ${last}`;
    return `The ${list} argument${quoted.length === 0 ? '' : 's'} must be specified`;
  });
  const texts = {
    Error: {
      ERR_METHOD_NOT_IMPLEMENTED: (name) => `The ${name} method is not implemented`,
      ERR_MULTIPLE_CALLBACK: () => 'Callback called multiple times',
      ERR_STREAM_ALREADY_FINISHED: (name) => `Cannot call ${name} after a stream was finished`,
      ERR_STREAM_CANNOT_PIPE: () => 'Cannot pipe, not readable',
      ERR_STREAM_DESTROYED: (name) => `Cannot call ${name} after a stream was destroyed`,
      ERR_STREAM_PREMATURE_CLOSE: () => 'Premature close',
      ERR_STREAM_PUSH_AFTER_EOF: () => 'stream.push() after EOF',
      ERR_STREAM_UNSHIFT_AFTER_END_EVENT: () => 'stream.unshift() after end event',
      ERR_STREAM_WRITE_AFTER_END: () => 'write after end',
      ERR_TRANSFORM_ALREADY_TRANSFORMING: () => 'Calling transform done when still transforming',
      ERR_TRANSFORM_WITH_LENGTH_0: () => 'Calling transform done when writableState.length != 0',
      ERR_INTERNAL_ASSERTION: (text) => text,
    },
    TypeError: {
      ERR_ILLEGAL_CONSTRUCTOR: () => 'Illegal constructor',
      ERR_INVALID_THIS: (type) => `Value of "this" must be of type ${type}`,
      ERR_STREAM_NULL_VALUES: () => 'May not write null values to stream',
      ERR_UNKNOWN_ENCODING: (name) => `Unknown encoding: ${name}`,
    },
    RangeError: {
      ERR_BUFFER_OUT_OF_BOUNDS: (name) => (name ? `"${name}" is outside of buffer bounds` : 'Attempt to access memory outside buffer bounds'),
    },
  };
  for (const [name, Base] of Object.entries({ Error, TypeError, RangeError })) {
    for (const [code, make] of Object.entries(texts[name])) define(code, Base, make);
  }

  class AbortError extends Error {
    constructor(message = 'The operation was aborted', options = undefined) {
      super(message, options);
      this.code = 'ABORT_ERR';
      this.name = 'AbortError';
    }
  }
  // Two errors of one operation: the first to have come is shown first.
  function aggregateTwoErrors(inner, outer) {
    if (!inner || !outer || inner === outer) return inner || outer;
    if (Array.isArray(outer.errors)) {
      outer.errors.push(inner);
      return outer;
    }
    const error = new AggregateError([outer, inner], outer.message);
    error.code = outer.code;
    return error;
  }
  // Taken before names that the version lacks are.
  const { toWellFormed } = String.prototype;
  internal.toWellFormed = (text) => Reflect.apply(toWellFormed, text, []);
  internal.errors = { codes, AbortError, aggregateTwoErrors, hideStackFrames: (fn) => fn };

  const ofType = (type) => (value, name) => {
    if (typeof value !== type) throw invalidArgType(name, type, value);
  };
  function inRange(value, name, min, max) {
    if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
    if (value < min || value > max) throw outOfRange(name, `>= ${min} && <= ${max}`, value);
  }
  const number = ofType('number');
  internal.validators = {
    validateString: ofType('string'),
    validateBoolean: ofType('boolean'),
    validateFunction(value, name) { if (typeof value !== 'function') throw invalidArgType(name, 'Function', value); },
    validateNumber(value, name, min, max) {
      number(value, name);
      if ((min != null && value < min) || (max != null && value > max) || ((min != null || max != null) && Number.isNaN(value))) {
        const bounds = [min != null ? `>= ${min}` : '', max != null ? `<= ${max}` : ''].filter(Boolean);
        throw outOfRange(name, bounds.join(' && '), value);
      }
    },
    validateInteger(value, name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
      number(value, name);
      inRange(value, name, min, max);
    },
    validateInt32(value, name, min = -(2 ** 31), max = 2 ** 31 - 1) {
      number(value, name);
      inRange(value, name, min, max);
    },
    validateUint32(value, name, positive = false) {
      number(value, name);
      inRange(value, name, positive ? 1 : 0, 2 ** 32 - 1);
    },
    validateObject(value, name, { allowArray = false, allowFunction = false, nullable = false } = {}) {
      if ((!nullable && value === null) || (!allowArray && Array.isArray(value)) ||
          (typeof value !== 'object' && (!allowFunction || typeof value !== 'function'))) {
        throw invalidArgType(name, 'Object', value);
      }
    },
    validateArray(value, name) { if (!Array.isArray(value)) throw invalidArgType(name, 'Array', value); },
    validateOneOf(value, name, list) {
      if (list.includes(value)) return;
      const allowed = list.map((one) => (typeof one === 'string' ? `'${one}'` : String(one))).join(', ');
      throw codes.ERR_INVALID_ARG_VALUE(name, value, `must be one of: ${allowed}`);
    },
    validateAbortSignal(value, name) {
      if (value !== undefined && (value === null || typeof value !== 'object' || !('aborted' in value))) {
        throw invalidArgType(name, 'AbortSignal', value);
      }
    },
  };
  const asyncFunction = Object.getPrototypeOf(async function () {});
  const asyncGenerator = Object.getPrototypeOf(async function* () {});
  internal.isAsyncFunction = (value) => typeof value === 'function' &&
    [asyncFunction, asyncGenerator].some((proto) => Object.prototype.isPrototypeOf.call(proto, value));
})
