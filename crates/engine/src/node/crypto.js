// crypto: real digests, keys from passwords and random bytes; what is asynchronous is work for the thread pool.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, outOfRange, nodeError, validateFunction, toBuffer, encodingOf, refuseMissing } = internal;
  const { validateString, validateInt32, validateNumber, validateObject } = internal.validators;
  const DIGESTS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224', 'sha512-256'];
  const HINT = `use one of ${DIGESTS.join(', ')}`;
  // Digests that Node has and this model has not.
  const OTHERS = /^(rsa-)?(ripemd(160)?|rmd160|sha3-\d+|shake\d+|blake2[bs]\d+|sm3|md5-sha1|sha1-2|md4|whirlpool)(withrsaencryption)?$/i;
  const AES = 'only digests, HMACs, keys from passwords and random numbers are modelled';

  // Microseconds that a thread needs: a modern machine's.
  const ROUND = { md5: 0.35, sha1: 0.3, sha224: 0.5, sha256: 0.5, sha384: 0.6, sha512: 0.6, 'sha512-224': 0.6, 'sha512-256': 0.6 };
  const SIZE = { md5: 16, sha1: 20, sha224: 28, sha256: 32, sha384: 48, sha512: 64, 'sha512-224': 28, 'sha512-256': 32 };

  // The name of a digest as the Rust side knows it; undefined if Node does not know it either.
  function digestOf(name) {
    const plain = name.toLowerCase().replace(/^rsa-/, '').replace(/withrsaencryption$/, '').replace(/^sha-(?=\d)/, 'sha').replace('/', '-');
    if (DIGESTS.includes(plain)) return plain;
    if (OTHERS.test(name)) binding.refuse(`the digest ${name}`, HINT);
    return undefined;
  }
  const invalidDigest = (name) => nodeError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${name}`);
  function bytesOf(value, name, encoding, expected) {
    if (typeof value === 'string') return binding.encode(value, encoding === 'buffer' ? 'utf8' : encodingOf(encoding));
    if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    if (value instanceof ArrayBuffer && expected === undefined) return new Uint8Array(value);
    throw invalidArgType(name, expected ?? 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView', value);
  }
  const DATA = 'of type string or an instance of Buffer, TypedArray, or DataView';
  const encoded = (bytes, encoding) => (encoding && encoding !== 'buffer' ? binding.decode(bytes, encodingOf(encoding)) : toBuffer(bytes));
  const finalized = () => nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');
  const joined = (parts) => new Uint8Array(Buffer.concat(parts));

  // Hash and Hmac: what is updated is kept until the digest is asked for. They are transform streams, too.
  const kParts = Symbol('kState');
  const kDigest = Symbol('kHandle');
  function hashing(name, finish) {
    let Base;
    const make = { [name]: function (state) {
      if (!(this instanceof make)) return new make(state);
      Reflect.apply(Base, this, [state.options]);
      Object.defineProperty(this, kParts, { value: { parts: [], done: false, ...state } });
    } }[name];
    const proto = {
      update(data, encoding) {
        const state = this[kParts];
        if (state.done) throw finalized();
        state.parts.push(bytesOf(data, 'data', encoding, DATA).slice());
        return this;
      },
      digest(encoding) {
        const state = this[kParts];
        if (state.done && name === 'Hash') throw finalized();
        const result = state.done ? new Uint8Array(0) : finish(state, joined(state.parts));
        state.done = true;
        return encoded(result, encoding);
      },
      _transform(chunk, encoding, done) {
        this.update(chunk, encoding);
        done();
      },
      _flush(done) {
        this.push(this.digest());
        done();
      },
    };
    // The streams are loaded when the first one is made.
    return (state) => {
      if (Base === undefined) {
        Base = internal.require('stream').Transform;
        make.prototype = Object.assign(Object.create(Base.prototype, { constructor: { value: make, writable: true, configurable: true } }), proto);
        if (name === 'Hash') make.prototype.copy = function copy() {
          if (this[kParts].done) throw finalized();
          return new make({ ...this[kParts], parts: [...this[kParts].parts] });
        };
        Object.setPrototypeOf(make, Base);
      }
      return new make(state);
    };
  }
  const makeHash = hashing('Hash', ({ digest }, bytes) => binding.digest(digest, bytes));
  const makeHmac = hashing('Hmac', ({ digest, key }, bytes) => binding.hmac(digest, key, bytes));
  function createHash(algorithm, options) {
    validateString(algorithm, 'algorithm');
    if (options?.outputLength !== undefined) binding.refuse('the option outputLength of crypto.createHash', HINT);
    const digest = digestOf(algorithm);
    if (digest === undefined) throw new Error('Digest method not supported');
    return makeHash({ digest, options });
  }
  function createHmac(algorithm, key, options) {
    validateString(algorithm, 'hmac');
    if (key === null || (typeof key !== 'string' && !ArrayBuffer.isView(key) && !(key instanceof ArrayBuffer))) {
      throw invalidArgType('key', 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey', key);
    }
    const digest = digestOf(algorithm);
    if (digest === undefined) throw invalidDigest(algorithm);
    return makeHmac({ digest, key: bytesOf(key, 'key', options?.encoding), options });
  }
  function hash(algorithm, input, encoding = 'hex') {
    validateString(algorithm, 'algorithm');
    const digest = digestOf(algorithm);
    if (digest === undefined) throw new Error('Digest method not supported');
    return encoded(binding.digest(digest, bytesOf(input, 'input', 'utf8', DATA)), encoding);
  }

  // Work with its result: as a callback of the pool, or at once.
  function work(shown, micros, compute, callback) {
    if (callback === undefined) {
      binding.spend(`${shown}Sync`, micros);
      return compute();
    }
    binding.submitWork(() => callback(null, compute()), shown, micros);
    return undefined;
  }
  function pbkdf2With(password, salt, iterations, length, name, callback) {
    validateString(name, 'digest');
    password = bytesOf(password, 'password');
    salt = bytesOf(salt, 'salt');
    validateInt32(iterations, 'iterations', 1);
    validateInt32(length, 'keylen', 0);
    if (callback !== undefined) validateFunction(callback.given, 'callback');
    const digest = digestOf(name);
    if (digest === undefined) throw invalidDigest(name);
    const micros = Math.ceil(iterations * Math.ceil(length / SIZE[digest]) * ROUND[digest]) + 30;
    return work('crypto.pbkdf2', micros, () => toBuffer(binding.pbkdf2(digest, password, salt, iterations, length)), callback?.given);
  }
  function pbkdf2(password, salt, iterations, keylen, digest, callback) {
    if (typeof digest === 'function') [callback, digest] = [digest, undefined];
    pbkdf2With(password, salt, iterations, keylen, digest, { given: callback });
  }
  function pbkdf2Sync(password, salt, iterations, keylen, digest) { return pbkdf2With(password, salt, iterations, keylen, digest); }

  const badScrypt = (detail = '') => nodeError(RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', `Invalid scrypt params${detail}`);
  function scryptWith(password, salt, length, options, callback) {
    password = bytesOf(password, 'password');
    salt = bytesOf(salt, 'salt');
    validateInt32(length, 'keylen', 0);
    const chosen = { N: 16384, r: 8, p: 1, maxmem: 32 * 1024 * 1024 };
    if (options !== undefined && options !== null) {
      for (const [short, long] of [['N', 'cost'], ['r', 'blockSize'], ['p', 'parallelization'], ['maxmem', 'maxmem']]) {
        for (const key of new Set([short, long])) {
          if (options[key] === undefined) continue;
          validateNumber(options[key], key, 0);
          chosen[short] = options[key] || chosen[short];
        }
      }
    }
    if (callback !== undefined) validateFunction(callback.given, 'callback');
    const { N, r, p, maxmem } = chosen;
    if (N < 2 || (N & (N - 1)) !== 0) throw badScrypt();
    if (128 * r * (N + p + 2) > maxmem) throw badScrypt(': error:030000AC:digital envelope routines::memory limit exceeded');
    return work('crypto.scrypt', Math.ceil(N * r * p * 0.35) + 30, () => {
      const key = binding.scrypt(password, salt, N, r, p, length);
      if (key === undefined) throw badScrypt();
      return toBuffer(key);
    }, callback?.given);
  }
  function scrypt(password, salt, keylen, options, callback) {
    if (callback === undefined) [callback, options] = [options, undefined];
    scryptWith(password, salt, keylen, options, { given: callback });
  }
  function scryptSync(password, salt, keylen, options) { return scryptWith(password, salt, keylen, options); }

  const MOST = 2 ** 31 - 1;
  const FEW = 20;
  function sizeOf(size, room = Infinity) {
    if (typeof size !== 'number') throw invalidArgType('size', 'of type number', size);
    if (Number.isNaN(size) || size > MOST || size < 0) throw outOfRange('size', `>= 0 && <= ${MOST}`, size);
    if (size > room) throw outOfRange('size + offset', `<= ${room}`, size);
    return size >>> 0;
  }
  function randomBytes(size, callback) {
    size = sizeOf(size);
    if (callback === undefined) return toBuffer(binding.randomBytes(size));
    validateFunction(callback, 'callback');
    binding.submitWork(() => callback(null, toBuffer(binding.randomBytes(size))), 'crypto.randomBytes', FEW);
    return undefined;
  }
  function part(buffer, offset, size) {
    if (!ArrayBuffer.isView(buffer) && !(buffer instanceof ArrayBuffer)) throw invalidArgType('buf', 'an instance of ArrayBuffer or ArrayBufferView', buffer);
    const width = buffer.BYTES_PER_ELEMENT || 1;
    validateNumber(offset, 'offset');
    if (Number.isNaN(offset) || offset * width > buffer.byteLength || offset < 0) throw outOfRange('offset', `>= 0 && <= ${buffer.byteLength}`, offset * width);
    const start = offset * width;
    const length = size === undefined ? buffer.byteLength - start : sizeOf(size * width, buffer.byteLength - start);
    return new Uint8Array(buffer.buffer ?? buffer, (buffer.byteOffset ?? 0) + start, length);
  }
  function randomFillSync(buffer, offset = 0, size) {
    const bytes = part(buffer, offset, size);
    bytes.set(binding.randomBytes(bytes.length));
    return buffer;
  }
  function randomFill(buffer, offset, size, callback) {
    if (typeof offset === 'function') [callback, offset, size] = [offset, 0, undefined];
    else if (typeof size === 'function') [callback, size] = [size, undefined];
    const bytes = part(buffer, offset, size);
    validateFunction(callback, 'callback');
    if (bytes.length === 0) { callback(null, buffer); return; }
    binding.submitWork(() => { bytes.set(binding.randomBytes(bytes.length)); callback(null, buffer); }, 'crypto.randomFill', FEW);
  }
  // 48 random bits, evenly spread over the range. Node keeps 1,024 such numbers in store; a callback that finds one is a tick.
  const RANGE = 2 ** 48;
  let stored = 0;
  function drawInt(min, range) {
    const limit = RANGE - RANGE % range;
    for (;;) {
      if (stored > 0) stored--;
      const number = binding.randomBytes(6).reduce((sum, byte) => sum * 256 + byte, 0);
      if (number < limit) return min + number % range;
    }
  }
  function randomInt(min, max, callback) {
    const alone = max === undefined || typeof max === 'function';
    if (alone) [callback, max, min] = [max, min, 0];
    if (callback !== undefined) validateFunction(callback, 'callback');
    if (!Number.isSafeInteger(min)) throw invalidArgType('min', 'a safe integer', min);
    if (!Number.isSafeInteger(max)) throw invalidArgType('max', 'a safe integer', max);
    if (max <= min) throw outOfRange('max', `greater than the value of "min" (${min})`, max);
    const range = max - min;
    if (range > RANGE - 1) throw outOfRange(alone ? 'max' : 'max - min', `<= ${RANGE - 1}`, range);
    if (callback === undefined) {
      if (stored === 0) stored = 1024;
      return drawInt(min, range);
    }
    if (stored > 0) internal.process.nextTick(callback, undefined, drawInt(min, range));
    else binding.submitWork(() => { stored = 1024; callback(undefined, drawInt(min, range)); }, 'crypto.randomInt', FEW);
    return undefined;
  }
  function randomUUID(options) {
    if (options !== undefined) validateObject(options, 'options');
    const bytes = binding.randomBytes(16);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return binding.decode(bytes, 'hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
  function timingSafeEqual(one, two) {
    const check = (value, name) => {
      if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      if (value instanceof ArrayBuffer) return new Uint8Array(value);
      throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`);
    };
    const [first, second] = [check(one, 'buf1'), check(two, 'buf2')];
    if (first.length !== second.length) {
      throw nodeError(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length');
    }
    return first.every((byte, at) => byte === second[at]);
  }
  function getRandomValues(array) {
    if (!ArrayBuffer.isView(array)) throw invalidArgType('array', 'an instance of TypedArray', array);
    if (array.byteLength > 65536) {
      const { DOMException } = internal.require('internal/dom_exception');
      throw new DOMException(`The requested length exceeds 65,536 bytes`, 'QuotaExceededError');
    }
    return randomFillSync(array, 0);
  }

  const crypto = {
    createHash, createHmac, pbkdf2, pbkdf2Sync, randomBytes, randomFill, randomFillSync, randomInt, randomUUID, scrypt, scryptSync,
    timingSafeEqual, hash, getRandomValues,
    getHashes() { return internal.require('internal/crypto_names').getHashes(); },
    getCiphers() { return internal.require('internal/crypto_names').getCiphers(); },
  };
  const webcrypto = { getRandomValues, randomUUID };
  Object.defineProperty(webcrypto, 'subtle', { enumerable: true, configurable: true, get() { return binding.refuse('crypto.subtle', AES); } });
  Object.defineProperty(webcrypto, Symbol.toStringTag, { value: 'Crypto', configurable: true });
  Object.defineProperty(crypto, 'webcrypto', { value: webcrypto, enumerable: true });
  for (const name of ['subtle', 'constants']) {
    Object.defineProperty(crypto, name, { enumerable: true, configurable: true, get() { return binding.refuse(`crypto.${name}`, AES); } });
  }
  refuseMissing(crypto, 'crypto.', ['checkPrime', 'checkPrimeSync', 'createCipheriv', 'createDecipheriv', 'createDiffieHellman',
    'createDiffieHellmanGroup', 'createECDH', 'createPrivateKey', 'createPublicKey', 'createSecretKey', 'createSign', 'createVerify',
    'diffieHellman', 'generatePrime', 'generatePrimeSync', 'getCipherInfo', 'getCurves', 'getDiffieHellman', 'hkdf',
    'hkdfSync', 'generateKeyPair', 'generateKeyPairSync', 'generateKey', 'generateKeySync', 'privateDecrypt', 'privateEncrypt', 'publicDecrypt',
    'publicEncrypt', 'sign', 'setEngine', 'getFips', 'setFips', 'verify', 'Certificate', 'Cipher', 'Cipheriv', 'Decipher', 'Decipheriv',
    'DiffieHellman', 'DiffieHellmanGroup', 'ECDH', 'Hash', 'Hmac', 'KeyObject', 'Sign', 'Verify', 'X509Certificate', 'secureHeapUsed'], AES);
  internal.modules.crypto = () => crypto;
})
