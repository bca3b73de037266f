// TextEncoder, TextDecoder, atob, btoa.
(function (binding, internal) {
  'use strict';
  // What windows-1252 has from 0x80 to 0x9f.
  const WINDOWS_1252 = '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
    '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';
  const { nodeError, invalidArgType, Buffer } = internal;
  const { codes } = internal.errors;
  const custom = Symbol.for('nodejs.util.inspect.custom');

  class TextEncoder {
    #isEncoder = true;
    get encoding() {
      if (!(#isEncoder in this)) throw codes.ERR_INVALID_THIS('TextEncoder');
      return 'utf-8';
    }
    encode(input = '') {
      if (!(#isEncoder in this)) throw codes.ERR_INVALID_THIS('TextEncoder');
      return new Uint8Array(binding.encode(`${input}`, 'utf8'));
    }
    encodeInto(src, dest) {
      if (!(#isEncoder in this)) throw codes.ERR_INVALID_THIS('TextEncoder');
      if (typeof src !== 'string') throw invalidArgType('src', 'string', src);
      if (!(dest instanceof Uint8Array)) throw invalidArgType('dest', 'Uint8Array', dest);
      let [read, written] = [0, 0];
      for (const character of src) {
        const bytes = binding.encode(character, 'utf8');
        if (written + bytes.length > dest.length) break;
        dest.set(bytes, written);
        written += bytes.length;
        read += character.length;
      }
      return { read, written };
    }
    [custom](depth, options, inspect) {
      if (typeof depth === 'number' && depth < 0) return this;
      return `${inspect({ __proto__: { constructor: TextEncoder }, encoding: this.encoding }, options)}`;
    }
  }

  const LABELS = {
    'utf-8': ['utf-8', 'utf8', 'unicode-1-1-utf-8', 'unicode11utf8', 'unicode20utf8', 'x-unicode20utf8'],
    'utf-16le': ['utf-16le', 'utf-16', 'ucs-2', 'unicode', 'csunicode', 'iso-10646-ucs-2', 'unicodefeff'],
    'windows-1252': ['latin1', 'ascii', 'us-ascii', 'iso-8859-1', 'iso8859-1', 'l1', 'windows-1252', 'cp1252', 'x-cp1252', 'ansi_x3.4-1968'],
  };
  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBOM;
    #decoder = null;
    #begun = false;
    constructor(encoding = 'utf-8', options = {}) {
      const label = `${encoding}`.trim().toLowerCase();
      const found = Object.entries(LABELS).find(([, labels]) => labels.includes(label));
      if (found === undefined) throw nodeError(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', `The "${encoding}" encoding is not supported`);
      internal.validators.validateObject(options, 'options', { nullable: true, allowArray: true, allowFunction: true });
      this.#encoding = found[0];
      this.#fatal = Boolean(options?.fatal);
      this.#ignoreBOM = Boolean(options?.ignoreBOM);
    }
    static #check(value) { if (!(value instanceof Object && #encoding in value)) throw codes.ERR_INVALID_THIS('TextDecoder'); }
    decode(input = new Uint8Array(0), options = {}) {
      TextDecoder.#check(this);
      internal.require('buffer');
      let bytes;
      if (ArrayBuffer.isView(input)) bytes = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
      else if (input instanceof ArrayBuffer) bytes = new Uint8Array(input);
      else {
        throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE',
          'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
      }
      if (this.#encoding === 'windows-1252') {
        const text = binding.decode(bytes, 'latin1');
        // Node 20 takes windows-1252 for latin1.
        return internal.major === 20 ? text : text.replace(/[\x80-\x9f]/g, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80]);
      }
      const stream = Boolean(options?.stream);
      const { StringDecoder } = internal.require('string_decoder');
      this.#decoder ??= new StringDecoder(this.#encoding === 'utf-8' ? 'utf8' : 'utf16le');
      if (this.#fatal) this.#checkBytes(bytes, stream);
      let text = this.#decoder.write(bytes);
      if (!stream) text += this.#decoder.end();
      if (!this.#ignoreBOM && !this.#begun && text.startsWith('\ufeff')) text = text.slice(1);
      this.#begun = stream && (this.#begun || text !== '');
      if (!stream) this.#decoder = null;
      return text;
    }
    #checkBytes(bytes, stream) {
      const whole = Buffer.concat([this.#decoder.lastChar, bytes]);
      if (this.#encoding !== 'utf-8') return;
      const text = whole.toString();
      let end = whole;
      if (stream) {
        const probe = new (internal.require('string_decoder').StringDecoder)('utf8');
        end = Buffer.from(probe.write(whole));
        if (end.equals(whole.subarray(0, end.length))) return;
      } else if (Buffer.from(text).equals(whole)) {
        return;
      }
      this.#decoder = null;
      throw nodeError(TypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA', `The encoded data was not valid for encoding ${this.#encoding}`);
    }
    get encoding() { TextDecoder.#check(this); return this.#encoding; }
    get fatal() { TextDecoder.#check(this); return this.#fatal; }
    get ignoreBOM() { TextDecoder.#check(this); return this.#ignoreBOM; }
  }
  for (const [type, names] of [[TextEncoder, ['encode', 'encodeInto', 'encoding']], [TextDecoder, ['decode', 'encoding', 'fatal', 'ignoreBOM']]]) {
    for (const name of names) Object.defineProperty(type.prototype, name, { enumerable: true });
    Object.defineProperty(type.prototype, Symbol.toStringTag, { value: type.name, configurable: true });
  }

  function invalid(message) {
    const { DOMException } = internal.require('internal/dom_exception');
    return new DOMException(message, 'InvalidCharacterError');
  }
  function btoa(input) {
    if (arguments.length === 0) throw codes.ERR_MISSING_ARGS('input');
    input = `${input}`;
    for (let at = 0; at < input.length; at++) if (input.charCodeAt(at) > 255) throw invalid('Invalid character');
    return Buffer.from(input, 'latin1').toString('base64');
  }
  function atob(input) {
    if (arguments.length === 0) throw codes.ERR_MISSING_ARGS('input');
    let text = `${input}`.replace(/[\t\n\f\r ]/g, '');
    if (/[^A-Za-z0-9+/=]/.test(text)) throw invalid('Invalid character');
    if (text.length % 4 === 0) text = text.replace(/={1,2}$/, '');
    if (text.length % 4 === 1 || text.includes('=')) throw invalid('The string to be decoded is not correctly encoded.');
    return Buffer.from(text, 'base64').toString('latin1');
  }
  internal.modules['internal/encoding'] = () => ({ TextEncoder, TextDecoder, atob, btoa });
})
