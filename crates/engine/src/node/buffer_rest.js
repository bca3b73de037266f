// The module buffer, and the numbers in buffers.
(function (binding, internal) {
  'use strict';
  const { Buffer, outOfRange } = internal;
  const { validateNumber } = internal.validators;
  const { codes } = internal.errors;

  function boundsError(value, length, name) {
    if (Math.floor(value) !== value) {
      validateNumber(value, name ?? 'offset');
      throw outOfRange(name ?? 'offset', 'an integer', value);
    }
    if (length < 0) throw codes.ERR_BUFFER_OUT_OF_BOUNDS();
    throw outOfRange(name ?? 'offset', `>= ${name ? 1 : 0} and <= ${length}`, value);
  }
  function place(buffer, offset, size) {
    validateNumber(offset, 'offset');
    if (buffer[offset] === undefined || buffer[offset + size - 1] === undefined) boundsError(offset, buffer.length - size);
    return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  }
  // A whole number of `size` bytes that fits.
  function checkValue(value, size, signed) {
    const big = typeof value === 'bigint';
    const bits = BigInt(size * 8);
    const [min, max] = signed ? [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n] : [0n, 2n ** bits - 1n];
    if (value >= min && value <= max) return;
    if (!big && Number.isNaN(value)) return;
    const n = big ? 'n' : '';
    let range = `>= ${min}${n} and <= ${max}${n}`;
    if (size > 4) {
      range = signed ? `>= -(2${n} ** ${bits - 1n}${n}) and < 2${n} ** ${bits - 1n}${n}` : `>= 0${n} and < 2${n} ** ${bits}${n}`;
    }
    throw outOfRange('value', range, value);
  }
  const numbers = {};
  function define(type, size, get, set, check) {
    numbers[`read${type}`] = function (offset = 0) { return get(place(this, offset, size), offset); };
    numbers[`write${type}`] = function (value, offset = 0) {
      if (!type.startsWith('Big')) value = +value;
      validateNumber(offset, 'offset');
      check?.(value);
      set(place(this, offset, size), offset, value);
      return offset + size;
    };
  }
  for (const little of [true, false]) {
    const end = little ? 'LE' : 'BE';
    const standard = (type, name, size, check) => define(`${type}${end}`, size,
      (view, offset) => view[`get${name}`](offset, little), (view, offset, value) => view[`set${name}`](offset, value, little), check);
    for (const bits of [16, 32]) {
      standard(`UInt${bits}`, `Uint${bits}`, bits / 8, (value) => checkValue(value, bits / 8, false));
      standard(`Int${bits}`, `Int${bits}`, bits / 8, (value) => checkValue(value, bits / 8, true));
    }
    standard('BigUInt64', 'BigUint64', 8, (value) => checkValue(value, 8, false));
    standard('BigInt64', 'BigInt64', 8, (value) => checkValue(value, 8, true));
    standard('Float', 'Float32', 4);
    standard('Double', 'Float64', 8);
    for (const signed of [false, true]) {
      const name = `${signed ? 'Int' : 'UInt'}${end}`;
      const size = (byteLength) => {
        if (byteLength === undefined) throw internal.invalidArgType('byteLength', 'number', byteLength);
        if (!(byteLength >= 1 && byteLength <= 6 && Number.isInteger(byteLength))) boundsError(byteLength, 6, 'byteLength');
      };
      numbers[`read${name}`] = function (offset, byteLength) {
        if (offset === undefined) throw internal.invalidArgType('offset', 'number', offset);
        size(byteLength);
        place(this, offset, byteLength);
        let value = 0;
        for (let at = 0; at < byteLength; at++) value = value * 256 + this[offset + (little ? byteLength - 1 - at : at)];
        return signed && value >= 2 ** (8 * byteLength - 1) ? value - 2 ** (8 * byteLength) : value;
      };
      numbers[`write${name}`] = function (value, offset, byteLength) {
        size(byteLength);
        value = +value;
        validateNumber(offset, 'offset');
        checkValue(value, byteLength, signed);
        place(this, offset, byteLength);
        let rest = value < 0 ? value + 2 ** (8 * byteLength) : value;
        for (let at = 0; at < byteLength; at++) {
          this[offset + (little ? at : byteLength - 1 - at)] = rest % 256;
          rest = Math.floor(rest / 256);
        }
        return offset + byteLength;
      };
    }
  }
  define('UInt8', 1, (view, offset) => view.getUint8(offset), (view, offset, value) => view.setUint8(offset, value), (value) => checkValue(value, 1, false));
  define('Int8', 1, (view, offset) => view.getInt8(offset), (view, offset, value) => view.setInt8(offset, value), (value) => checkValue(value, 1, true));
  internal.modules['internal/buffer_numbers'] = () => numbers;

  const isUtf8 = (input) => {
    const bytes = internal.bytesOf(input, 'input');
    return Buffer.from(binding.decode(bytes, 'utf8'), 'utf8').equals(bytes);
  };
  internal.bytesOf = (input, name) => {
    if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
    if (input instanceof ArrayBuffer) return new Uint8Array(input);
    throw internal.invalidArgType(name, ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
  };
  internal.modules.buffer = () => {
    const buffer = {
      Buffer,
      isUtf8,
      isAscii: (input) => internal.bytesOf(input, 'input').every((byte) => byte < 128),
      kMaxLength: internal.major >= 22 ? Number.MAX_SAFE_INTEGER : 4294967296,
      kStringMaxLength: 536870888,
      btoa: globalThis.btoa,
      atob: globalThis.atob,
      constants: Object.defineProperties({}, {
        MAX_LENGTH: { value: internal.major >= 22 ? Number.MAX_SAFE_INTEGER : 4294967296, enumerable: true }, MAX_STRING_LENGTH: { value: 536870888, enumerable: true },
      }),
      get INSPECT_MAX_BYTES() { return 50; },
      set INSPECT_MAX_BYTES(value) { binding.refuse('buffer.INSPECT_MAX_BYTES', 'give maxArrayLength to util.inspect'); },
    };
    internal.refuseMissing(buffer, 'buffer.', ['SlowBuffer', 'transcode', 'Blob', 'resolveObjectURL', 'File'], 'use Buffer');
    return buffer;
  };
})
