// Buffer: a Uint8Array that knows text.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, nodeError, outOfRange } = internal;
  const { validateNumber } = internal.validators;
  const { codes } = internal.errors;
  const ENCODINGS = ['utf8', 'hex', 'base64', 'base64url', 'latin1', 'ascii', 'utf16le'];
  const ALIASES = { 'utf-8': 'utf8', binary: 'latin1', ucs2: 'utf16le', 'ucs-2': 'utf16le', 'utf-16le': 'utf16le' };
  const MOST = internal.major >= 22 ? Number.MAX_SAFE_INTEGER : 4294967296;

  // Node's name of an encoding; undefined if there is none of that name.
  function known(name) {
    const lower = `${name}`.toLowerCase();
    const encoding = ALIASES[lower] ?? lower;
    return ENCODINGS.includes(encoding) ? encoding : undefined;
  }
  function encodingOf(name) {
    if (name === undefined || name === null || name === '') return 'utf8';
    const encoding = known(name);
    if (encoding === undefined) throw codes.ERR_UNKNOWN_ENCODING(name);
    return encoding;
  }
  const isBytes = (value) => ArrayBuffer.isView(value) && value instanceof Uint8Array;
  // A whole number within bounds, for those methods that take any value as an offset.
  function clamp(value, fallback, most) {
    value = +value;
    if (!(value === value)) return fallback;
    return Math.min(Math.max(Math.trunc(value), 0), most);
  }

  class FastBuffer extends Uint8Array {
    toString(encoding, start, end) {
      start = start === undefined || start <= 0 ? 0 : Math.trunc(start) || 0;
      end = end === undefined || end > this.length ? this.length : Math.trunc(end) || 0;
      if (start >= this.length || end <= start) return '';
      return binding.decode(this.subarray(start, end), encodingOf(encoding));
    }
    toLocaleString(encoding, start, end) { return this.toString(encoding, start, end); }
    toJSON() { return { type: 'Buffer', data: Array.from(this) }; }
    equals(otherBuffer) {
      if (!isBytes(otherBuffer)) throw invalidArgType('otherBuffer', ['Buffer', 'Uint8Array'], otherBuffer);
      return this === otherBuffer || (this.byteLength === otherBuffer.byteLength && compareBytes(this, otherBuffer) === 0);
    }
    compare(target, targetStart = 0, targetEnd = target?.length, sourceStart = 0, sourceEnd = this.length) {
      if (!isBytes(target)) throw invalidArgType('target', ['Buffer', 'Uint8Array'], target);
      bounds(targetStart, 'targetStart', MOST);
      bounds(targetEnd, 'targetEnd', target.length);
      bounds(sourceStart, 'sourceStart', MOST);
      bounds(sourceEnd, 'sourceEnd', this.length);
      if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
      if (targetStart >= targetEnd) return 1;
      return compareBytes(this.subarray(sourceStart, sourceEnd), target.subarray(targetStart, targetEnd));
    }
    write(string, offset, length, encoding) {
      if (typeof string !== 'string') throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
      const room = () => this.length - offset;
      if (offset === undefined) [offset, length] = [0, this.length];
      else if (typeof offset === 'string') [encoding, offset, length] = [offset, 0, this.length];
      else {
        bounds(offset, 'offset', this.length);
        if (length === undefined) length = room();
        else if (typeof length === 'string') [encoding, length] = [length, room()];
        else {
          bounds(length, 'length', this.length);
          length = Math.min(length, room());
        }
      }
      const name = encodingOf(encoding);
      let bytes = binding.encode(string, name);
      if (bytes.length > length) bytes = bytes.subarray(0, name === 'utf8' ? wholeCharacters(bytes, length) : name === 'utf16le' ? length - length % 2 : length);
      this.set(bytes, offset);
      return bytes.length;
    }
    fill(value, offset, end, encoding) {
      if (typeof offset === 'string') [encoding, offset, end] = [offset, 0, this.length];
      else if (typeof end === 'string') [encoding, end] = [end, this.length];
      if (typeof value === 'string' && encoding !== undefined && typeof encoding !== 'string') throw invalidArgType('encoding', 'string', encoding);
      if (offset === undefined) [offset, end] = [0, this.length];
      else {
        bounds(offset, 'offset', MOST);
        if (end === undefined) end = this.length;
        else bounds(end, 'end', this.length);
      }
      if (offset >= end) return this;
      if (typeof value === 'number' || typeof value === 'boolean') {
        Uint8Array.prototype.fill.call(this, value & 255, offset, end);
        return this;
      }
      const bytes = typeof value === 'string' ? binding.encode(value, encodingOf(encoding)) : isBytes(value) ? value : undefined;
      if (bytes === undefined) {
        Uint8Array.prototype.fill.call(this, value, offset, end);
      } else if (bytes.length === 0) {
        if (value.length > 0 || typeof value !== 'string') throw codes.ERR_INVALID_ARG_VALUE('value', value);
        Uint8Array.prototype.fill.call(this, 0, offset, end);
      } else {
        for (let at = offset; at < end; at++) this[at] = bytes[(at - offset) % bytes.length];
      }
      return this;
    }
    copy(target, targetStart, sourceStart, sourceEnd) {
      if (!isBytes(target)) throw invalidArgType('target', ['Buffer', 'Uint8Array'], target);
      const whole = (value, name, fallback, most) => {
        if (value === undefined) return fallback;
        value = +value || 0;
        value = Math.trunc(value);
        if (value < 0 || value > most) throw outOfRange(name, `>= 0${most === Infinity ? '' : ` && <= ${most}`}`, value);
        return value;
      };
      targetStart = whole(targetStart, 'targetStart', 0, Infinity);
      sourceStart = whole(sourceStart, 'sourceStart', 0, this.length);
      sourceEnd = whole(sourceEnd, 'sourceEnd', this.length, Infinity);
      if (targetStart >= target.length || sourceStart >= sourceEnd) return 0;
      const part = this.subarray(sourceStart, Math.min(sourceEnd, this.length, sourceStart + target.length - targetStart));
      target.set(part, targetStart);
      return part.length;
    }
    indexOf(value, byteOffset, encoding) { return search(this, value, byteOffset, encoding, true); }
    lastIndexOf(value, byteOffset, encoding) { return search(this, value, byteOffset, encoding, false); }
    includes(value, byteOffset, encoding) { return this.indexOf(value, byteOffset, encoding) !== -1; }
    subarray(start, end) {
      const length = this.length;
      start = start === undefined ? 0 : Math.trunc(start) || 0;
      end = end === undefined ? length : Math.trunc(end) || 0;
      start = start < 0 ? Math.max(start + length, 0) : Math.min(start, length);
      end = end < 0 ? Math.max(end + length, 0) : Math.min(end, length);
      return new FastBuffer(this.buffer, this.byteOffset + start, Math.max(end - start, 0));
    }
    slice(start, end) { return this.subarray(start, end); }
    get parent() { return this instanceof Buffer ? this.buffer : undefined; }
    get offset() { return this instanceof Buffer ? this.byteOffset : undefined; }
  }
  const proto = FastBuffer.prototype;
  for (const name of ['parent', 'offset']) Object.defineProperty(proto, name, { enumerable: true });
  function bounds(value, name, most) {
    validateNumber(value, name);
    if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value);
    if (value < 0 || value > most) throw outOfRange(name, `>= 0 && <= ${most}`, value);
  }
  // As many bytes, at most `length`, as are whole characters of UTF-8.
  function wholeCharacters(bytes, length) {
    while (length > 0 && (bytes[length] & 0xc0) === 0x80) length--;
    return length;
  }
  function compareBytes(a, b) {
    const length = Math.min(a.length, b.length);
    for (let at = 0; at < length; at++) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
    return Math.sign(a.length - b.length);
  }
  function search(buffer, value, byteOffset, encoding, forwards) {
    if (typeof byteOffset === 'string') [encoding, byteOffset] = [byteOffset, undefined];
    byteOffset = +byteOffset;
    if (Number.isNaN(byteOffset)) byteOffset = forwards ? 0 : buffer.length;
    byteOffset = Math.trunc(byteOffset);
    let bytes;
    if (typeof value === 'number') bytes = [value & 255];
    else if (typeof value === 'string') bytes = binding.encode(value, encodingOf(encoding));
    else if (isBytes(value)) bytes = value;
    else throw invalidArgType('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
    if (byteOffset < 0) byteOffset += buffer.length;
    if (byteOffset < 0) {
      if (!forwards) return -1;
      byteOffset = 0;
    }
    const last = buffer.length - bytes.length;
    if (bytes.length === 0) return Math.min(byteOffset, buffer.length);
    const step = forwards ? 1 : -1;
    const wide = encoding !== undefined && typeof value === 'string' && known(encoding) === 'utf16le';
    for (let at = forwards ? byteOffset : Math.min(byteOffset, last); at >= 0 && at <= last; at += step) {
      if (wide && at % 2 !== 0) continue;
      let same = 0;
      while (same < bytes.length && buffer[at + same] === bytes[same]) same++;
      if (same === bytes.length) return at;
    }
    return -1;
  }

  const wrap = (bytes) => Object.setPrototypeOf(bytes, proto);
  let warned = false;
  function Buffer(arg, encodingOrOffset, length) {
    if (!warned) {
      warned = true;
      internal.process.emitWarning('Buffer() is deprecated due to security and usability issues. Please use the ' +
        'Buffer.alloc(), Buffer.allocUnsafe(), or Buffer.from() methods instead.', 'DeprecationWarning', 'DEP0005');
    }
    if (typeof arg !== 'number') return Buffer.from(arg, encodingOrOffset, length);
    if (typeof encodingOrOffset === 'string') throw invalidArgType('string', 'string', arg);
    return Buffer.alloc(arg);
  }
  Buffer.prototype = proto;
  Object.defineProperty(proto, 'constructor', { value: Buffer, writable: true, configurable: true, enumerable: false });
  Object.setPrototypeOf(Buffer, Uint8Array);
  Object.defineProperty(Buffer, Symbol.species, { configurable: true, enumerable: false, get: () => FastBuffer });

  function checkSize(size) {
    validateNumber(size, 'size');
    if (!(size >= 0 && size <= MOST) && internal.major < 20) {
      throw internal.nodeError(RangeError, 'ERR_INVALID_ARG_VALUE', `The argument 'size' is invalid. Received ${size}`);
    }
    if (!(size >= 0 && size <= MOST)) throw outOfRange('size', `>= 0 && <= ${MOST}`, size);
  }
  const EXPECTED = ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'];
  function fromObject(value) {
    if (value.length !== undefined || value.buffer instanceof ArrayBuffer) {
      if (typeof value.length !== 'number') return new FastBuffer();
      const bytes = new FastBuffer(Math.max(Math.trunc(value.length) || 0, 0));
      for (let at = 0; at < bytes.length; at++) bytes[at] = value[at];
      return bytes;
    }
    if (value.type === 'Buffer' && Array.isArray(value.data)) return fromObject(value.data);
    return undefined;
  }
  function fromArrayBuffer(value, byteOffset, length) {
    if (byteOffset === undefined) byteOffset = 0;
    else {
      byteOffset = +byteOffset;
      if (Number.isNaN(byteOffset)) byteOffset = 0;
    }
    const most = value.byteLength - byteOffset;
    if (most < 0) throw codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
    if (length === undefined) length = most;
    else {
      length = +length;
      if (!(length > 0)) length = 0;
      else if (length > most) throw codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
    }
    return new FastBuffer(value, byteOffset, length);
  }
  const define = (name, value) => Object.defineProperty(Buffer, name, { value, writable: true, configurable: true, enumerable: true });
  Buffer.poolSize = internal.major >= 24 ? 65536 : 8192;
  Object.entries({
    from(value, encodingOrOffset, length) {
      if (typeof value === 'string') {
        return wrap(binding.encode(value, typeof encodingOrOffset === 'string' ? encodingOf(encodingOrOffset) : 'utf8'));
      }
      if (typeof value === 'object' && value !== null) {
        if (value instanceof ArrayBuffer || Object.prototype.toString.call(value) === '[object SharedArrayBuffer]') {
          return fromArrayBuffer(value, encodingOrOffset, length);
        }
        const primitive = value.valueOf?.();
        if (primitive != null && primitive !== value && (typeof primitive === 'string' || typeof primitive === 'object')) {
          return Buffer.from(primitive, encodingOrOffset, length);
        }
        const made = fromObject(value);
        if (made) return made;
        if (typeof value[Symbol.toPrimitive] === 'function') {
          const text = value[Symbol.toPrimitive]('string');
          if (typeof text === 'string') return Buffer.from(text, encodingOrOffset);
        }
      }
      throw invalidArgType('first argument', EXPECTED, value);
    },
    copyBytesFrom(view, offset, length) {
      if (!ArrayBuffer.isView(view) || view instanceof DataView) throw invalidArgType('view', ['TypedArray'], view);
      const end = length === undefined ? view.length : (offset ?? 0) + length;
      const part = view.slice(offset ?? 0, end);
      return new FastBuffer(part.buffer, part.byteOffset, part.byteLength);
    },
    of(...items) { return new FastBuffer(items); },
    alloc(size, fill, encoding) {
      checkSize(size);
      const buffer = new FastBuffer(size);
      if (fill !== undefined && fill !== 0 && size > 0) {
        if (encoding !== undefined && typeof encoding !== 'string') throw invalidArgType('encoding', 'string', encoding);
        return buffer.fill(fill, 0, buffer.length, encoding);
      }
      return buffer;
    },
    allocUnsafe(size) {
      checkSize(size);
      return new FastBuffer(size);
    },
    allocUnsafeSlow(size) {
      checkSize(size);
      return new FastBuffer(size);
    },
    isBuffer(value) { return value instanceof Buffer; },
    compare(buf1, buf2) {
      if (!isBytes(buf1)) throw invalidArgType('buf1', ['Buffer', 'Uint8Array'], buf1);
      if (!isBytes(buf2)) throw invalidArgType('buf2', ['Buffer', 'Uint8Array'], buf2);
      return compareBytes(buf1, buf2);
    },
    isEncoding(encoding) { return typeof encoding === 'string' && encoding.length !== 0 && known(encoding) !== undefined; },
    concat(list, length) {
      if (!Array.isArray(list)) throw invalidArgType('list', 'Array', list);
      if (list.length === 0) return new FastBuffer();
      if (length === undefined) length = list.reduce((sum, part) => sum + (part.length || 0), 0);
      else bounds(length, 'length', Number.MAX_SAFE_INTEGER);
      const whole = Buffer.alloc(length);
      let at = 0;
      list.forEach((part, index) => {
        if (!isBytes(part)) throw invalidArgType(`list[${index}]`, ['Buffer', 'Uint8Array'], part);
        const room = part.subarray(0, Math.max(length - at, 0));
        whole.set(room, at);
        at += room.length;
      });
      return whole;
    },
    byteLength(value, encoding) {
      if (typeof value === 'string') return binding.encode(value, (encoding && known(encoding)) || 'utf8').length;
      if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
      throw invalidArgType('string', ['string', 'Buffer', 'ArrayBuffer'], value);
    },
  }).forEach(([name, value]) => define(name, value));

  // Numbers in buffers, in a file of its own: their methods are put in place of these at the first call of one.
  for (const way of ['read', 'write']) {
    for (const type of ['UIntLE', 'UInt32LE', 'UInt16LE', 'UInt8', 'UIntBE', 'UInt32BE', 'UInt16BE', 'IntLE', 'Int32LE', 'Int16LE', 'Int8', 'IntBE',
      'Int32BE', 'Int16BE', 'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE', 'BigInt64LE', 'BigInt64BE', 'BigUInt64LE', 'BigUInt64BE']) {
      const names = [`${way}${type}`];
      if (type.includes('UInt')) names.push(`${way}${type.replace('UInt', 'Uint')}`);
      const lazy = { [names[0]](...args) { return internal.require('internal/buffer_numbers')[names[0]].apply(this, args); } }[names[0]];
      for (const name of names) proto[name] = lazy;
    }
  }
  Object.assign(proto, {
    swap16() { return swap(this, 2); },
    swap32() { return swap(this, 4); },
    swap64() { return swap(this, 8); },
    inspect() { return binding.inspect(this, 2); },
  });
  function swap(buffer, size) {
    if (buffer.length % size !== 0) {
      throw nodeError(RangeError, 'ERR_INVALID_BUFFER_SIZE', `Buffer size must be a multiple of ${size * 8}-bits`);
    }
    for (let at = 0; at < buffer.length; at += size) Uint8Array.prototype.reverse.call(buffer.subarray(at, at + size));
    return buffer;
  }
  for (const [name, encoding] of Object.entries({ ascii: 'ascii', base64: 'base64', base64url: 'base64url', latin1: 'latin1', hex: 'hex', ucs2: 'utf16le', utf8: 'utf8' })) {
    proto[`${name}Slice`] = function (start, end) { return this.toString(encoding, start, end); };
    proto[`${name}Write`] = function (string, offset, length) { return this.write(string, offset ?? 0, length ?? this.length - (offset ?? 0), encoding); };
  }
  // Node's methods are ordinary properties, most of them enumerable.
  for (const name of Object.getOwnPropertyNames(proto)) {
    if (name !== 'constructor' && name !== 'parent' && name !== 'offset') Object.defineProperty(proto, name, { enumerable: true, writable: true, configurable: true });
  }
  Object.assign(internal, { Buffer, FastBuffer, toBuffer: wrap, encodingOf, clamp });
  Object.defineProperty(globalThis, 'Buffer', { value: Buffer, writable: true, configurable: true, enumerable: false });
})
