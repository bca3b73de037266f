// zlib: streams that compress and inflate in the thread pool, a trip for each piece of their output, and the calls for
// whole buffers, which are such streams too (semantics 6.8). The bytes are those that Node gives.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, outOfRange, nodeError, validateFunction, toBuffer, refuseMissing } = internal;
  const { validateUint32 } = internal.validators;
  const { Transform, finished } = internal.require('stream');
  const LARGEST = 32 * 1024 * 1024;
  const CHUNK = 16 * 1024;
  const MOST = 4294967296;
  const FULL_FLUSH = 3;
  const FINISH = 4;
  // Which of two kinds of flushing asks for more.
  const STRENGTH = [0, 3, 1, 4, 5, 2];
  const kFlush = Symbol('kFlushFlag');
  const kError = Symbol('kError');
  const kCodec = Symbol('codec');

  function inRange(value, name, least, most, usual) {
    if (value === undefined || Number.isNaN(value)) return usual;
    if (typeof value !== 'number') throw invalidArgType(name, 'of type number', value);
    if (!Number.isFinite(value)) throw outOfRange(name, 'a finite number', value);
    if (value < least || value > most) throw outOfRange(name, `>= ${least} and <= ${most}`, value);
    return value;
  }
  function bytesOf(value) {
    if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
  }
  const tooLarge = (limit) => nodeError(RangeError, 'ERR_BUFFER_TOO_LARGE', `Cannot create a Buffer larger than ${limit} bytes`);
  function wrong([words, errno, code]) {
    if (code === undefined) binding.refuse('inflating to so much', `inflate to at most ${LARGEST} bytes`);
    return Object.assign(new Error(words), { errno, code });
  }
  const micros = (length, packs) => 30 + Math.ceil(length / (packs ? 40 : 200));

  const notModelled = (option) => binding.refuse(`the option ${option} of zlib`, 'leave it out');
  function check(options, packs, format) {
    const windowBits = !packs && !options.windowBits ? 15
      : inRange(options.windowBits, 'options.windowBits', format === 'gzip' && packs ? 9 : 8, 15, 15);
    const level = inRange(options.level, 'options.level', -1, 9, -1);
    const memLevel = inRange(options.memLevel, 'options.memLevel', 1, 9, 8);
    const strategy = inRange(options.strategy, 'options.strategy', 0, 4, 0);
    if (packs && windowBits !== 15) notModelled('windowBits');
    if (packs && memLevel !== 8) notModelled('memLevel');
    if (packs && strategy !== 0) notModelled('strategy');
    if (options.dictionary !== undefined) notModelled('dictionary');
    if (packs && level === 0) binding.refuse('the level 0 of zlib', 'use a level from 1 to 9');
    return level === -1 ? 6 : Math.trunc(level);
  }

  function Zlib(options, name, format, packs) {
    const level = check(options ?? {}, packs, format);
    let chunkSize = CHUNK;
    let [flush, finishFlush, most] = [0, FINISH, 2 ** 53 - 1];
    if (options) {
      chunkSize = options.chunkSize;
      if (chunkSize === undefined || Number.isNaN(chunkSize)) chunkSize = CHUNK;
      else if (typeof chunkSize !== 'number') throw invalidArgType('options.chunkSize', 'of type number', chunkSize);
      else if (!Number.isFinite(chunkSize)) throw outOfRange('options.chunkSize', 'a finite number', chunkSize);
      else if (chunkSize < 64) throw outOfRange('options.chunkSize', '>= 64', chunkSize);
      flush = inRange(options.flush, 'options.flush', 0, 5, flush);
      finishFlush = inRange(options.finishFlush, 'options.finishFlush', 0, 5, finishFlush);
      most = inRange(options.maxOutputLength, 'options.maxOutputLength', 1, MOST, MOST);
      if (options.encoding || options.objectMode || options.writableObjectMode) {
        options = { ...options, encoding: null, objectMode: false, writableObjectMode: false };
      }
    }
    Reflect.apply(Transform, this, [{ autoDestroy: true, ...options }]);
    this.bytesWritten = 0;
    this._chunkSize = chunkSize;
    this._defaultFlushFlag = flush;
    this._finishFlushFlag = finishFlush;
    this._maxOutputLength = most;
    this._info = options?.info;
    this._level = level;
    const codec = packs ? binding.zlibPacker(format, level) : binding.zlibUnpacker(format, LARGEST);
    Object.defineProperty(this, kCodec, { value: { codec, name, packs, taken: 0, offset: 0, open: true }, enumerable: false });
    Object.defineProperty(this, kError, { value: null, writable: true, enumerable: false });
  }
  // Brotli's streams would be the other kind.
  function ZlibBase() {}
  Object.setPrototypeOf(ZlibBase.prototype, Transform.prototype);
  Object.setPrototypeOf(ZlibBase, Transform);
  Object.setPrototypeOf(Zlib.prototype, ZlibBase.prototype);
  Object.setPrototypeOf(Zlib, ZlibBase);

  // What has come out and is not given on yet.
  function feed(state, bytes, flag) {
    state.taken += bytes.length;
    if (state.taken > LARGEST) binding.refuse(`so much for zlib`, `give it at most ${LARGEST} bytes`);
    if (state.packs && flag !== 0 && flag !== FULL_FLUSH && flag !== FINISH) {
      binding.refuse('flushing of this kind', 'use zlib.constants.Z_FULL_FLUSH');
    }
    let given;
    binding.zlibWrite(state.codec, bytes, flag, (out, rest, problem) => { given = { out, rest, problem, at: 0 }; });
    return given;
  }
  // The next piece of it, for a buffer that has so much room; whether the buffer is full then.
  function piece(state, given, chunkSize) {
    const room = chunkSize - state.offset;
    const part = given.out.subarray(given.at, given.at + room);
    given.at += part.length;
    state.offset += part.length;
    if (part.length === room || state.offset >= chunkSize) state.offset = 0;
    return [part, part.length === room];
  }
  // An error comes where zlib finds it: when it cannot fill the buffer.
  const failed = (given, room) => given.problem[0] !== undefined && given.out.length - given.at < room;

  function shut(stream) { stream[kCodec].open = false; }
  function work(stream, bytes, flag, given, done) {
    const state = stream[kCodec];
    if (!state.open) { internal.process.nextTick(done); return; }
    const again = (next) => binding.submitWork(() => step(next), `zlib.${state.name}`, micros(bytes.length, state.packs));
    const step = (known) => {
      if (stream.destroyed) { done(); return; }
      if (known === undefined) {
        known = feed(state, bytes, flag);
        stream.bytesWritten += bytes.length - known.rest;
      }
      if (failed(known, stream._chunkSize - state.offset)) {
        const error = wrong(known.problem);
        stream.destroy(error);
        stream[kError] = error;
        return;
      }
      const [part, full] = piece(state, known, stream._chunkSize);
      const goesOn = part.length === 0 || stream.push(toBuffer(part.slice()));
      if (stream.destroyed) { done(); return; }
      if (full) {
        if (goesOn) { again(known); return; }
        const read = stream._read;
        stream._read = (size) => {
          stream._read = read;
          again(known);
          stream._read(size);
        };
        return;
      }
      if (known.rest) stream.push(null);
      done();
    };
    again(given);
  }
  const prototype = {
    reset() { binding.refuse('resetting a stream of zlib', 'make a new stream'); },
    _flush(callback) { this._transform(Buffer.alloc(0), '', callback); },
    _final(callback) { callback(); },
    flush(kind, callback) {
      if (typeof kind === 'function' || (kind === undefined && !callback)) [kind, callback] = [FULL_FLUSH, kind];
      if (this.writableFinished) {
        if (callback) internal.process.nextTick(callback);
      } else if (this.writableEnded) {
        if (callback) this.once('end', callback);
      } else {
        const marker = Buffer.alloc(0);
        marker[kFlush] = kind;
        this.write(marker, '', callback);
      }
    },
    close(callback) {
      if (callback) finished(this, callback);
      this.destroy();
    },
    _destroy(error, callback) {
      shut(this);
      callback(error);
    },
    _transform(chunk, encoding, done) {
      let flag = typeof chunk[kFlush] === 'number' ? chunk[kFlush] : this._defaultFlushFlag;
      if (this.writableEnded && this.writableLength === chunk.byteLength && STRENGTH[this._finishFlushFlag] > STRENGTH[flag]) {
        flag = this._finishFlushFlag;
      }
      work(this, bytesOf(chunk), flag, undefined, done);
    },
  };
  Object.assign(ZlibBase.prototype, prototype);
  Zlib.prototype.params = internal.refusing('other parameters for a stream of zlib', 'make a new stream');
  Object.defineProperty(ZlibBase.prototype, '_closed', { get() { return !this[kCodec].open; }, enumerable: true, configurable: true });

  function whole(stream, buffer, callback) {
    validateFunction(callback, 'callback');
    let parts = [];
    let length = 0;
    stream.on('data', function (chunk) {
      parts.push(chunk);
      length += chunk.length;
      if (length <= this._maxOutputLength) return;
      this.close();
      this.removeAllListeners('end');
      callback(tooLarge(this._maxOutputLength));
    });
    stream.on('error', function (error) {
      this.removeAllListeners('end');
      callback(error);
    });
    stream.on('end', function () {
      const result = parts.length === 1 ? parts[0] : Buffer.concat(parts, length);
      this.close();
      callback(null, this._info ? { buffer: result, engine: this } : result);
    });
    stream.end(ArrayBuffer.isView(buffer) && !(buffer instanceof Uint8Array) || buffer instanceof ArrayBuffer ? toBuffer(bytesOf(buffer).slice()) : buffer);
  }
  function atOnce(stream, buffer) {
    const bytes = typeof buffer === 'string' ? binding.encode(buffer, 'utf8') : bytesOf(buffer);
    if (bytes === undefined) {
      throw invalidArgType('buffer', 'of type string or an instance of Buffer, TypedArray, DataView, or ArrayBuffer', buffer);
    }
    const state = stream[kCodec];
    binding.spend(`zlib.${state.name}Sync`, micros(bytes.length, state.packs));
    const given = feed(state, bytes, stream._finishFlushFlag);
    // Pieces are counted as they are given: the bound is looked at before an error behind it.
    const sure = given.problem[0] === undefined ? given.out.length : given.out.length - given.out.length % stream._chunkSize;
    if (sure > stream._maxOutputLength) throw tooLarge(stream._maxOutputLength);
    if (given.problem[0] !== undefined) throw wrong(given.problem);
    stream.bytesWritten = bytes.length - given.rest;
    shut(stream);
    const result = toBuffer(given.out);
    return stream._info ? { buffer: result, engine: stream } : result;
  }

  const zlib = {};
  const KINDS = { Deflate: ['zlib', true], Inflate: ['zlib', false], Gzip: ['gzip', true], Gunzip: ['gzip', false],
    DeflateRaw: ['raw', true], InflateRaw: ['raw', false], Unzip: ['unzip', false] };
  const creates = {};
  for (const [name, [format, packs]] of Object.entries(KINDS)) {
    const short = name[0].toLowerCase() + name.slice(1);
    const Kind = { [name]: function (options) {
      if (!(this instanceof Kind)) return new Kind(options);
      Reflect.apply(Zlib, this, [options, short, format, packs]);
    } }[name];
    Object.setPrototypeOf(Kind.prototype, Zlib.prototype);
    Object.setPrototypeOf(Kind, Zlib);
    zlib[name] = Kind;
    zlib[short] = function asyncBufferWrapper(buffer, options, callback) {
      if (typeof options === 'function') [callback, options] = [options, {}];
      return whole(new Kind(options), buffer, callback);
    };
    zlib[`${short}Sync`] = function syncBufferWrapper(buffer, options) { return atOnce(new Kind(options), buffer); };
    creates[`create${name}`] = { value: function (options) { return new Kind(options); }, enumerable: true, configurable: true };
  }
  zlib.crc32 = function crc32(data, value = 0) {
    if (typeof data !== 'string' && !ArrayBuffer.isView(data)) throw invalidArgType('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
    validateUint32(value, 'value');
    return binding.crc32(typeof data === 'string' ? binding.encode(data, 'utf8') : bytesOf(data), value);
  };
  const CODES = { Z_OK: 0, Z_STREAM_END: 1, Z_NEED_DICT: 2, Z_ERRNO: -1, Z_STREAM_ERROR: -2, Z_DATA_ERROR: -3, Z_MEM_ERROR: -4,
    Z_BUF_ERROR: -5, Z_VERSION_ERROR: -6 };
  const constants = Object.assign(Object.create(null), {
    Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5, ...CODES, Z_NO_COMPRESSION: 0,
    Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1, Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4,
    Z_DEFAULT_STRATEGY: 0, ZLIB_VERNUM: 4880, DEFLATE: 1, INFLATE: 2, GZIP: 3, GUNZIP: 4, DEFLATERAW: 5, INFLATERAW: 6, UNZIP: 7,
    Z_MIN_WINDOWBITS: 8, Z_MAX_WINDOWBITS: 15, Z_DEFAULT_WINDOWBITS: 15, Z_MIN_CHUNK: 64, Z_MAX_CHUNK: Infinity, Z_DEFAULT_CHUNK: CHUNK,
    Z_MIN_MEMLEVEL: 1, Z_MAX_MEMLEVEL: 9, Z_DEFAULT_MEMLEVEL: 8, Z_MIN_LEVEL: -1, Z_MAX_LEVEL: 9, Z_DEFAULT_LEVEL: -1,
  });
  const older = Object.entries(constants);
  binding.completeSurface('zlib.constants', constants);
  Object.freeze(constants);
  const codes = { ...CODES };
  for (const [name, number] of Object.entries(CODES)) codes[number] = name;
  Object.defineProperties(zlib, {
    ...creates,
    constants: { value: constants, enumerable: true },
    codes: { value: Object.freeze(codes), enumerable: true },
  });
  for (const [name, value] of older) Object.defineProperty(zlib, name, { value, enumerable: false });
  refuseMissing(zlib, 'zlib.', ['BrotliCompress', 'BrotliDecompress', 'brotliCompress', 'brotliCompressSync', 'brotliDecompress',
    'brotliDecompressSync', 'createBrotliCompress', 'createBrotliDecompress'], 'use zlib.gzip, zlib.gunzip and their like');
  internal.modules.zlib = () => zlib;
})
