// StringDecoder: bytes to text, where a character may be cut in two between chunks.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, nodeError, toBuffer, encodingOf } = internal;
  const kNativeDecoder = Symbol('kNativeDecoder');

  // How many bytes at the end are the beginning of a character whose rest has not come.
  function unfinished(bytes, encoding) {
    if (encoding === 'utf16le') {
      const odd = bytes.length % 2;
      const high = bytes.length >= 2 + odd ? bytes[bytes.length - 1 - odd] : 0;
      return high >= 0xd8 && high <= 0xdb ? 2 + odd : odd;
    }
    if (encoding === 'base64' || encoding === 'base64url') return bytes.length % 3;
    if (encoding !== 'utf8') return 0;
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes[bytes.length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 1;
      if (length <= back) return 0;
      return isPrefix(bytes.subarray(bytes.length - back)) ? back : 0;
    }
    return 0;
  }
  // The second byte of some characters is bounded more than the others.
  function isPrefix([first, second]) {
    if (second === undefined) return true;
    if (first === 0xe0) return second >= 0xa0;
    if (first === 0xed) return second < 0xa0;
    if (first === 0xf0) return second >= 0x90;
    if (first === 0xf4) return second < 0x90;
    return true;
  }

  function StringDecoder(encoding) {
    if (typeof encoding === 'string' || encoding === undefined || encoding === null) this.encoding = encodingOf(encoding);
    else throw nodeError(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
    Object.defineProperty(this, kNativeDecoder, { value: { rest: new Uint8Array(0) }, writable: true, configurable: true });
  }
  StringDecoder.prototype.write = function write(chunk) {
    if (typeof chunk === 'string') return chunk;
    if (!ArrayBuffer.isView(chunk)) throw invalidArgType('buf', ['Buffer', 'TypedArray', 'DataView'], chunk);
    const state = this[kNativeDecoder];
    const fresh = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const bytes = new Uint8Array(state.rest.length + fresh.length);
    bytes.set(state.rest);
    bytes.set(fresh, state.rest.length);
    // The rest of a unit of UTF-16 makes it whole at once, be it half of a pair or not.
    const first = this.encoding === 'utf16le' && state.rest.length > 0 ? Math.min(state.rest.length === 2 ? 4 : state.rest.length + 1, bytes.length) : 0;
    const isWhole = first % 2 === 0;
    const end = isWhole ? bytes.length - unfinished(bytes.subarray(first), this.encoding) : 0;
    state.rest = bytes.slice(end);
    return binding.decode(bytes.subarray(0, end), this.encoding);
  };
  StringDecoder.prototype.end = function end(chunk) {
    let text = chunk === undefined ? '' : this.write(chunk);
    const state = this[kNativeDecoder];
    if (state.rest.length > 0) {
      text += binding.decode(state.rest, this.encoding);
      state.rest = new Uint8Array(0);
    }
    return text;
  };
  StringDecoder.prototype.text = function text(chunk, offset) {
    this[kNativeDecoder].rest = new Uint8Array(0);
    return this.write(chunk.slice(offset));
  };
  Object.defineProperties(StringDecoder.prototype, {
    lastChar: { configurable: true, enumerable: true, get() { return toBuffer(this[kNativeDecoder].rest.slice()); } },
    lastNeed: { configurable: true, enumerable: true, get() { return this[kNativeDecoder].rest.length; } },
    lastTotal: { configurable: true, enumerable: true, get() { return this[kNativeDecoder].rest.length; } },
  });
  internal.modules.string_decoder = () => ({ StringDecoder });
})
