// assert: the checks, and an AssertionError that shows the difference as Node does.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, nodeError, process } = internal;
  const { validateFunction, validateObject } = internal.validators;
  const { codes } = internal.errors;
  const isDeepEqual = (a, b) => internal.require('internal/deep_equal').isDeepEqual(a, b, false);
  const isDeepStrictEqual = (a, b) => internal.require('internal/deep_equal').isDeepEqual(a, b, true);
  const inspect = (value, options) => binding.inspectWith(value, options ?? {});
  const isRegExp = (value) => binding.brand(value) === 'RegExp';
  const isObject = (value) => typeof value === 'object' && value !== null;
  const TITLES = {
    deepStrictEqual: 'Expected values to be strictly deep-equal:',
    strictEqual: 'Expected values to be strictly equal:',
    strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
    deepEqual: 'Expected values to be loosely deep-equal:',
    notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
    notStrictEqual: 'Expected "actual" to be strictly unequal to:',
    notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
    notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
    notIdentical: 'Values have same structure but are not reference-equal:',
    notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
  };
  const SHOWN_LINES = 50;

  function shown(value) {
    return inspect(value, {
      compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false, showProxy: false, sorted: true, getters: true,
    });
  }
  function shorten(lines) {
    return lines.length > SHOWN_LINES ? [...lines.slice(0, 46), '...'] : lines;
  }

  // The two values line by line: what is the same, what only the one or the other has.
  function difference(actual, expected, operator, message) {
    if (operator === 'strictEqual' &&
        ((isObject(actual) && isObject(expected)) || (typeof actual === 'function' && typeof expected === 'function'))) {
      operator = 'strictEqualObject';
    }
    const title = message || TITLES[operator];
    const ours = shown(actual).split('\n');
    const theirs = shown(expected).split('\n');
    const whole = ours.slice();
    let pointer = '';
    let same = 0;
    if (ours.length === 1 && theirs.length === 1 && ours[0] !== theirs[0]) {
      const length = ours[0].length + theirs[0].length;
      if (length <= 12) {
        if (!isObject(actual) && !isObject(expected) && (actual !== 0 || expected !== 0)) return `${title}\n\n${ours[0]} !== ${theirs[0]}\n`;
      } else if (operator !== 'strictEqualObject' && length < 80) {
        while (ours[0][same] === theirs[0][same]) same++;
        if (same > 2) {
          pointer = `\n  ${' '.repeat(same)}^`;
          same = 0;
        }
      }
    }
    // Lines at the end that are the same.
    let tail = '';
    let further = '';
    while (ours.length > 0 && theirs.length > 0 && internal.last(ours) === internal.last(theirs)) {
      if (same++ < 3) tail = `\n  ${internal.last(ours)}${tail}`;
      else further = internal.last(ours);
      ours.pop();
      theirs.pop();
    }
    const count = Math.max(ours.length, theirs.length);
    if (count === 0) return `${TITLES.notIdentical}\n\n${shorten(whole).join('\n')}\n`;
    let skipped = false;
    if (same >= 5) {
      tail = `\n...${tail}`;
      skipped = true;
    }
    if (further !== '') tail = `\n  ${further}${tail}`;

    let text = '';
    let pending = '';
    let printed = 0;
    let equal = 0;
    // Of a run of equal lines the first two are there already; now its end.
    function closeRun(lines, at) {
      if (equal > 4) {
        if (equal === 5) {
          text += `\n  ${lines[at - 3]}`;
          printed++;
        } else {
          text += '\n...';
          skipped = true;
        }
      }
      if (equal > 3) {
        text += `\n  ${lines[at - 2]}`;
        printed++;
      }
      if (equal > 2) {
        text += `\n  ${lines[at - 1]}`;
        printed++;
      }
      equal = 0;
    }
    const header = `${title}\n+ actual - expected`;
    const fewer = Math.min(ours.length, theirs.length);
    const longer = ours.length < count ? theirs : ours;
    for (let at = 0; at < count; at++) {
      if (at >= fewer) {
        closeRun(longer, at);
        if (longer === ours) text += `\n+ ${ours[at]}`;
        else pending += `\n- ${theirs[at]}`;
        printed++;
      } else {
        let line = ours[at];
        // A comma at the end is no difference.
        let differs = line !== theirs[at] && line !== `${theirs[at]},`;
        if (differs && theirs[at] === `${line},`) {
          differs = false;
          line += ',';
        }
        if (differs) {
          closeRun(ours, at);
          text += `\n+ ${line}`;
          pending += `\n- ${theirs[at]}`;
          printed += 2;
        } else {
          text += pending;
          pending = '';
          if (++equal <= 2) {
            text += `\n  ${line}`;
            printed++;
          }
        }
      }
      if (printed > SHOWN_LINES && at < count - 2) return `${header} ... Lines skipped\n${text}\n...${pending}\n...`;
    }
    return `${header}${skipped ? ' ... Lines skipped' : ''}\n${text}${pending}${tail}${pointer}`;
  }

  function messageOf({ message, operator, actual, expected }) {
    if (message != null) {
      return operator === 'deepStrictEqual' || operator === 'strictEqual' ? difference(actual, expected, operator, message) : String(message);
    }
    if (actual instanceof Error && expected instanceof Error) {
      const copy = (error) => Object.defineProperty(Object.assign(Object.create(Object.getPrototypeOf(error)), error), 'message', { value: error.message });
      [actual, expected] = [copy(actual), copy(expected)];
    }
    if (operator === 'deepStrictEqual' || operator === 'strictEqual') return difference(actual, expected, operator);
    if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') {
      const isReference = operator === 'notStrictEqual' && (isObject(actual) || typeof actual === 'function');
      const title = TITLES[isReference ? 'notStrictEqualObject' : operator];
      const lines = shorten(shown(actual).split('\n'));
      if (lines.length === 1) return `${title}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
      return `${title}\n\n${lines.join('\n')}\n`;
    }
    const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 3)}...` : text);
    const [left, right] = [shown(actual), shown(expected)];
    if (operator === 'notDeepEqual' && left === right) return cut(`${TITLES.notDeepEqual}\n\n${left}`, 1024);
    if (operator === 'deepEqual') return `${TITLES.deepEqual}\n\n${cut(left, 512)}\n\nshould loosely deep-equal\n\n${cut(right, 512)}`;
    const unequal = TITLES[`${operator}Unequal`];
    if (unequal) return `${unequal}\n\n${cut(left, 512)}\n\nshould not loosely deep-equal\n\n${cut(right, 512)}`;
    return `${cut(left, 512)} ${operator} ${cut(right, 512)}`;
  }

  class AssertionError extends Error {
    constructor(options) {
      validateObject(options, 'options');
      super(messageOf(options));
      this.generatedMessage = !options.message;
      Object.defineProperty(this, 'name', { value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true });
      this.code = 'ERR_ASSERTION';
      this.actual = options.actual;
      this.expected = options.expected;
      this.operator = options.operator;
      this.name = 'AssertionError';
    }
    toString() { return `${this.name} [${this.code}]: ${this.message}`; }
    [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
      const { actual, expected } = this;
      const short = (value) => {
        if (typeof value !== 'string') return value;
        const lines = value.split('\n', 11);
        if (lines.length > 10) return `${lines.slice(0, 10).join('\n')}\n...`;
        return value.length > 512 ? `${value.slice(512)}...` : value;
      };
      this.actual = short(actual);
      this.expected = short(expected);
      const text = inspect(this, { ...options, customInspect: false, depth: 0 });
      this.actual = actual;
      this.expected = expected;
      return text;
    }
  }

  function fails(options) {
    if (options.message instanceof Error) throw options.message;
    throw new AssertionError(options);
  }
  // The text of the call that runs, from the statement that it is in.
  function callText() {
    const text = binding.siteText();
    const start = /(?:[\w$]+\.)*(?:assert|ok|strict)\s*\(/.exec(text);
    if (start === null) return undefined;
    let depth = 0;
    for (let at = start.index + start[0].length - 1; at < text.length; at++) {
      if ('([{'.includes(text[at])) depth++;
      else if (')]}'.includes(text[at]) && --depth === 0) return text.slice(start.index, at + 1);
    }
    return undefined;
  }
  function check(fn, given, value, message) {
    if (value) return;
    let generated = false;
    if (given === 0) {
      generated = true;
      message = 'No value argument passed to `assert.ok()`';
    } else if (message == null) {
      generated = true;
      const call = callText();
      message = call === undefined ? 'The expression evaluated to a falsy value' : `The expression evaluated to a falsy value:\n\n  ${call.replace(/\n\s*/g, '\n    ')}\n`;
    } else if (message instanceof Error) {
      throw message;
    }
    const error = new AssertionError({ actual: value, expected: true, message, operator: '==' });
    error.generatedMessage = generated;
    throw error;
  }

  function assert(...args) { check(assert, args.length, ...args); }
  function ok(...args) { check(ok, args.length, ...args); }
  let warned = false;
  function fail(actual, expected, message, operator) {
    const given = arguments.length;
    let generated = false;
    if (actual == null && given <= 1) {
      generated = true;
      message = 'Failed';
    } else if (given === 1) {
      message = actual;
      actual = undefined;
    } else {
      if (!warned) {
        warned = true;
        process.emitWarning('assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() instead or only pass a message.',
          'DeprecationWarning', 'DEP0094');
      }
      if (given === 2) operator = '!=';
    }
    if (message instanceof Error) throw message;
    const error = new AssertionError({ actual, expected, operator: operator === undefined ? 'fail' : operator, message });
    if (generated) error.generatedMessage = true;
    throw error;
  }

  // eslint-disable-next-line eqeqeq
  const loose = (a, b) => a == b || (a !== a && b !== b);
  function comparison(name, holds, operator = name) {
    return { [name](actual, expected, message) {
      if (arguments.length < 2) throw codes.ERR_MISSING_ARGS('actual', 'expected');
      if (!holds(actual, expected)) fails({ actual, expected, message, operator });
    } }[name];
  }

  // What a validation object names of the error, for the difference.
  class Comparison {
    constructor(object, keys, actual) {
      for (const key of keys) {
        if (!(key in object)) continue;
        this[key] = actual !== undefined && typeof actual[key] === 'string' && isRegExp(object[key]) && object[key].test(actual[key])
          ? actual[key] : object[key];
      }
    }
  }
  function expectedError(actual, expected, message, name) {
    const raise = (text) => {
      const error = new AssertionError({ actual, expected, message: message || text(), operator: name });
      error.generatedMessage = !message;
      throw error;
    };
    if (isRegExp(expected)) {
      const text = String(actual);
      if (expected.exec(text) === null) {
        raise(() => `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`);
      }
      return;
    }
    if (typeof expected !== 'function') {
      if (!isObject(actual)) {
        const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual' });
        error.operator = name;
        throw error;
      }
      const keys = Object.keys(expected);
      if (expected instanceof Error) keys.push('name', 'message');
      else if (keys.length === 0) throw codes.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
      for (const key of keys) {
        if (typeof actual[key] === 'string' && isRegExp(expected[key]) && expected[key].exec(actual[key]) !== null) continue;
        if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
        if (message) fails({ actual, expected, message, operator: name });
        const error = new AssertionError({
          actual: new Comparison(actual, keys), expected: new Comparison(expected, keys, actual), operator: 'deepStrictEqual',
        });
        throw Object.assign(error, { actual, expected, operator: name });
      }
      return;
    }
    if (expected.prototype !== undefined && actual instanceof expected) return;
    if (Object.prototype.isPrototypeOf.call(Error, expected)) {
      raise(() => {
        let text = `The error is expected to be an instance of "${expected.name}". Received `;
        if (!(actual instanceof Error)) return `${text}"${inspect(actual, { depth: -1 })}"`;
        const found = actual.constructor?.name || actual.name;
        text += expected.name === found ? 'an error with identical name but a different prototype.' : `"${found}"`;
        return actual.message ? `${text}\n\nError message:\n\n${actual.message}` : text;
      });
    }
    const result = Reflect.apply(expected, {}, [actual]);
    if (result === true) return;
    raise(() => {
      const text = `The ${expected.name ? `"${expected.name}" ` : ''}validation function is expected to return "true". Received ${inspect(result)}`;
      return actual instanceof Error ? `${text}\n\nCaught error:\n\n${actual}` : text;
    });
  }
  const NOTHING = {};
  function thrownBy(fn) {
    validateFunction(fn, 'fn');
    try {
      fn();
    } catch (error) {
      return error;
    }
    return NOTHING;
  }
  const isPromise = (value) => binding.brand(value) === 'Promise' || (isObject(value) && typeof value.then === 'function' && typeof value.catch === 'function');
  async function rejectionOf(promiseFn) {
    let promise = promiseFn;
    if (typeof promiseFn === 'function') {
      promise = promiseFn();
      if (!isPromise(promise)) throw codes.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
    } else if (!isPromise(promiseFn)) {
      throw invalidArgType('promiseFn', ['Function', 'Promise'], promiseFn);
    }
    try {
      await promise;
    } catch (error) {
      return error;
    }
    return NOTHING;
  }
  const KINDS = ['Object', 'Error', 'Function', 'RegExp'];
  function expects(name, actual, given, error, message) {
    if (typeof error === 'string') {
      if (given === 3) throw invalidArgType('error', KINDS, error);
      if (isObject(actual) ? actual.message === error : actual === error) {
        const what = isObject(actual) ? `The error message "${actual.message}" is identical to the message.` : `The error "${actual}" is identical to the message.`;
        throw nodeError(TypeError, 'ERR_AMBIGUOUS_ARGUMENT', `The "error/message" argument is ambiguous. ${what}`);
      }
      [message, error] = [error, undefined];
    } else if (error != null && typeof error !== 'object' && typeof error !== 'function') {
      throw invalidArgType('error', KINDS, error);
    }
    if (actual === NOTHING) {
      const details = `${error?.name ? ` (${error.name})` : ''}${message ? `: ${message}` : '.'}`;
      fails({ actual: undefined, expected: error, operator: name, message: `Missing expected ${name === 'rejects' ? 'rejection' : 'exception'}${details}` });
    }
    if (error) expectedError(actual, error, message, name);
  }
  function expectsNone(name, actual, error, message) {
    if (actual === NOTHING) return;
    if (typeof error === 'string') [message, error] = [error, undefined];
    const fits = () => {
      if (typeof error !== 'function') return isRegExp(error) && error.exec(String(actual)) !== null;
      if (error.prototype !== undefined && actual instanceof error) return true;
      return !Object.prototype.isPrototypeOf.call(Error, error) && Reflect.apply(error, {}, [actual]) === true;
    };
    if (!error || fits()) {
      fails({ actual, expected: error, operator: name,
        message: `Got unwanted ${name === 'doesNotReject' ? 'rejection' : 'exception'}${message ? `: ${message}` : '.'}\nActual message: "${actual?.message}"` });
    }
    throw actual;
  }
  function matching(name, wanted) {
    return { [name](string, regexp, message) {
      if (!isRegExp(regexp)) throw invalidArgType('regexp', 'RegExp', regexp);
      if (typeof string === 'string' && (regexp.exec(string) !== null) === wanted) return;
      if (message instanceof Error) throw message;
      const text = typeof string !== 'string'
        ? `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})`
        : `The input ${wanted ? 'did not match' : 'was expected to not match'} the regular expression ${inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
      const error = new AssertionError({ actual: string, expected: regexp, message: message || text, operator: name });
      error.generatedMessage = !message;
      throw error;
    } }[name];
  }

  Object.assign(assert, {
    fail, AssertionError, ok,
    equal: comparison('equal', loose, '=='),
    notEqual: comparison('notEqual', (a, b) => !loose(a, b), '!='),
    deepEqual: comparison('deepEqual', isDeepEqual),
    notDeepEqual: comparison('notDeepEqual', (a, b) => !isDeepEqual(a, b)),
    deepStrictEqual: comparison('deepStrictEqual', isDeepStrictEqual),
    notDeepStrictEqual: comparison('notDeepStrictEqual', (a, b) => !isDeepStrictEqual(a, b)),
    strictEqual: comparison('strictEqual', Object.is),
    notStrictEqual: comparison('notStrictEqual', (a, b) => !Object.is(a, b)),
    throws(fn, ...args) { expects('throws', thrownBy(fn), args.length + 1, ...args); },
    async rejects(promiseFn, ...args) { expects('rejects', await rejectionOf(promiseFn), args.length + 1, ...args); },
    doesNotThrow(fn, ...args) { expectsNone('doesNotThrow', thrownBy(fn), ...args); },
    async doesNotReject(fn, ...args) { expectsNone('doesNotReject', await rejectionOf(fn), ...args); },
    ifError(value) {
      if (value === null || value === undefined) return;
      let text = inspect(value);
      if (isObject(value) && typeof value.message === 'string') text = value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
      throw new AssertionError({ actual: value, expected: null, operator: 'ifError', message: `ifError got unwanted exception: ${text}` });
    },
    match: matching('match', true),
    doesNotMatch: matching('doesNotMatch', false),
  });
  assert.CallTracker = internal.refusing('assert.CallTracker', 'count the calls yourself');
  function strict(...args) { check(strict, args.length, ...args); }
  assert.strict = Object.assign(strict, assert, {
    equal: assert.strictEqual, deepEqual: assert.deepStrictEqual, notEqual: assert.notStrictEqual, notDeepEqual: assert.notDeepStrictEqual,
  });
  assert.strict.strict = assert.strict;
  internal.modules.assert = () => assert;
  internal.modules['assert/strict'] = () => assert.strict;
})
