// As much of Buffer as files need: a Uint8Array that knows text.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, nodeError, refuseMissing } = internal;
  const ENCODINGS = ['utf8', 'hex', 'base64', 'base64url', 'latin1', 'ascii', 'utf16le'];
  const ALIASES = { 'utf-8': 'utf8', binary: 'latin1', ucs2: 'utf16le', 'ucs-2': 'utf16le', 'utf-16le': 'utf16le' };

  function encodingOf(name) {
    if (name === undefined || name === null || name === '') return 'utf8';
    const lower = String(name).toLowerCase();
    const encoding = ALIASES[lower] ?? lower;
    if (!ENCODINGS.includes(encoding)) {
      throw nodeError(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${name}`);
    }
    return encoding;
  }

  // Node's Buffer can be called without `new`; that it is deprecated there is no reason to model it here.
  class FastBuffer extends Uint8Array {
    toString(encoding, start = 0, end = this.length) {
      return binding.decode(this.subarray(start, end), encodingOf(encoding));
    }
    toLocaleString(encoding, start, end) { return this.toString(encoding, start, end); }
    toJSON() { return { type: 'Buffer', data: Array.from(this) }; }
    equals(other) {
      if (!(other instanceof Uint8Array)) throw invalidArgType('otherBuffer', 'an instance of Buffer or Uint8Array', other);
      return this.length === other.length && this.every((byte, at) => byte === other[at]);
    }
    write(string, offset = 0, length = this.length - offset, encoding = 'utf8') {
      const bytes = binding.encode(string, encodingOf(encoding)).subarray(0, length);
      this.set(bytes, offset);
      return bytes.length;
    }
    subarray(start, end) {
      const part = super.subarray(start, end);
      return Object.setPrototypeOf(part, FastBuffer.prototype);
    }
    slice(start, end) { return this.subarray(start, end); }
  }
  Object.defineProperty(FastBuffer.prototype, 'constructor', { value: undefined, writable: true, configurable: true });

  const wrap = (bytes) => Object.setPrototypeOf(bytes, FastBuffer.prototype);
  const Buffer = internal.refusing('Buffer', 'use Buffer.from or Buffer.alloc');
  Buffer.prototype = FastBuffer.prototype;
  FastBuffer.prototype.constructor = Buffer;
  Object.setPrototypeOf(Buffer, Uint8Array);
  Object.defineProperty(Buffer, Symbol.species, { get: () => FastBuffer });

  Object.assign(Buffer, {
    poolSize: 8192,
    from(value, encoding, length) {
      if (typeof value === 'string') return wrap(binding.encode(value, encodingOf(encoding)));
      if (value instanceof ArrayBuffer) return wrap(new Uint8Array(value, encoding, length));
      if (value instanceof Uint8Array || Array.isArray(value)) return wrap(new Uint8Array(value));
      if (value?.type === 'Buffer' && Array.isArray(value.data)) return wrap(new Uint8Array(value.data));
      throw invalidArgType('first argument',
        'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object', value);
    },
    alloc(size, fill, encoding) {
      if (typeof size !== 'number') throw invalidArgType('size', 'of type number', size);
      const buffer = wrap(new Uint8Array(size));
      if (fill !== undefined && fill !== 0) {
        const bytes = typeof fill === 'number' ? [fill] : Buffer.from(fill, encoding);
        if (bytes.length > 0) for (let at = 0; at < size; at++) buffer[at] = bytes[at % bytes.length];
      }
      return buffer;
    },
    allocUnsafe(size) { return Buffer.alloc(size); },
    isBuffer(value) { return value instanceof Buffer; },
    isEncoding(name) {
      const lower = String(name).toLowerCase();
      return typeof name === 'string' && ENCODINGS.includes(ALIASES[lower] ?? lower);
    },
    byteLength(value, encoding) { return typeof value === 'string' ? binding.encode(value, encodingOf(encoding)).length : value.byteLength; },
    concat(list, total) {
      if (!Array.isArray(list)) throw invalidArgType('list', 'an instance of Array', list);
      const whole = Buffer.alloc(total ?? list.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of list) {
        const room = part.subarray(0, whole.length - at);
        whole.set(room, at);
        at += room.length;
      }
      return whole;
    },
    compare(a, b) {
      for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
      return Math.sign(a.length - b.length);
    },
  });
  refuseMissing(Buffer, 'Buffer.', ['allocUnsafeSlow', 'copyBytesFrom', 'of']);
  const methods = ['copy', 'compare', 'inspect', 'swap16', 'swap32', 'swap64', 'fill', 'indexOf', 'lastIndexOf', 'includes'];
  for (const type of ['Int8', 'UInt8', 'Int16LE', 'Int16BE', 'UInt16LE', 'UInt16BE', 'Int32LE', 'Int32BE', 'UInt32LE', 'UInt32BE',
    'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE', 'BigInt64LE', 'BigInt64BE', 'BigUInt64LE', 'BigUInt64BE']) {
    methods.push(`read${type}`, `write${type}`);
  }
  for (const name of methods) {
    Object.defineProperty(FastBuffer.prototype, name, {
      value: internal.refusing(`Buffer.prototype.${name}`, 'use the methods of Uint8Array'), writable: true, configurable: true,
    });
  }
  internal.Buffer = Buffer;
  internal.toBuffer = wrap;
  internal.encodingOf = encodingOf;
  Object.defineProperty(globalThis, 'Buffer', { value: Buffer, writable: true, configurable: true, enumerable: false });
})
