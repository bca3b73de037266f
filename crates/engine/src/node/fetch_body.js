// What Request and Response have in common: a body that is read once.
(function (binding, internal) {
  'use strict';
  const { URLSearchParams } = internal.require('internal/url');
  const kInspect = Symbol.for('nodejs.util.inspect.custom');
  const HINT = 'use a text, bytes or URLSearchParams';
  const READ = 'read it with text(), json(), arrayBuffer() or for await';

  const encode = (text) => binding.encode(text, 'utf8');
  // The bytes of a body, or the stream that they come from, and the type that it has by itself.
  function bodyOf(source) {
    if (source === null || source === undefined) return { body: null, type: null };
    const made = (bytes, type) => ({ body: { bytes, stream: undefined, used: false, source }, type });
    if (typeof source === 'string') return made(encode(source), 'text/plain;charset=UTF-8');
    if (source instanceof URLSearchParams) return made(encode(source.toString()), 'application/x-www-form-urlencoded;charset=UTF-8');
    if (source instanceof ArrayBuffer) return made(new Uint8Array(source).slice(), null);
    if (ArrayBuffer.isView(source)) return made(new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice(), null);
    if (typeof source === 'object' && (typeof source[Symbol.asyncIterator] === 'function' || typeof source.pipe === 'function')) {
      binding.refuse('a stream as a body of fetch', HINT);
    }
    return made(encode(`${source}`), 'text/plain;charset=UTF-8');
  }

  // All bytes of a body; whoever reads it shares them with its clones.
  function collect(body) {
    if (body.bytes !== undefined) return Promise.resolve(body.bytes);
    body.all ??= new Promise((resolve, reject) => {
      const parts = [];
      body.stream.on('data', (part) => parts.push(part));
      body.stream.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
      body.stream.on('error', (error) => reject(body.failed?.() ?? new TypeError('terminated', { cause: error })));
    });
    return body.all;
  }
  const unusable = () => new TypeError('Body is unusable: Body has already been read');

  // What stands for a body where it is asked for as a stream.
  class ReadableStream {
    #body;
    #reader = false;
    constructor(body) { this.#body = body; }
    get locked() { return this.#reader || (this.#body.used && !this.#body.open); }
    async *[Symbol.asyncIterator]() {
      if (this.locked) throw new TypeError('Invalid state: ReadableStream is locked');
      this.#reader = true;
      this.#body.used = true;
      if (this.#body.stream === undefined || this.#body.all) yield await collect(this.#body);
      else for await (const part of this.#body.stream) yield new Uint8Array(part);
    }
    getReader(options) {
      if (options !== undefined) binding.refuse('a reader of bytes', READ);
      const parts = this[Symbol.asyncIterator]();
      const stream = this;
      return {
        read: () => parts.next().then(({ value, done }) => ({ done, value })),
        releaseLock() { stream.#reader = false; },
        cancel: async () => { await parts.return(); },
      };
    }
    [kInspect](depth, options) {
      return `ReadableStream ${binding.inspectWith({ locked: this.locked, state: 'readable', supportsBYOB: true }, options)}`;
    }
  }
  for (const name of ['cancel', 'pipeThrough', 'pipeTo', 'tee', 'values']) {
    Object.defineProperty(ReadableStream.prototype, name, { value: internal.refusing(`${name} of a body`, READ), writable: true, configurable: true });
  }

  // The members of a class that has bodies; `of` gives the state that an object of it has.
  function mixBody(Class, of) {
    const name = Class.name;
    const consume = (self, method, then) => {
      const state = of(self);
      if (state === undefined) return Promise.reject(new TypeError('Illegal invocation'));
      const { body } = state;
      if (body === null) return Promise.resolve(new Uint8Array(0)).then(then);
      if (body.used) return Promise.reject(unusable());
      body.used = true;
      return collect(body).then(then);
    };
    const text = (bytes) => binding.utf8Decode(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
    const members = {
      get body() {
        const state = of(this);
        if (state.body === null) return null;
        state.readable ??= new ReadableStream(state.body);
        return state.readable;
      },
      get bodyUsed() { return of(this).body?.used ?? false; },
      blob: internal.refusing(`${name}.blob`, 'use arrayBuffer()'),
      arrayBuffer() { return consume(this, 'arrayBuffer', (bytes) => bytes.slice().buffer); },
      text() { return consume(this, 'text', text); },
      json() { return consume(this, 'json', (bytes) => JSON.parse(text(bytes))); },
      formData: internal.refusing(`${name}.formData`, 'use text()'),
      bytes() { return consume(this, 'bytes', (bytes) => bytes.slice()); },
    };
    Object.defineProperties(Class.prototype, Object.getOwnPropertyDescriptors(members));
  }
  function cloneBody(body) {
    if (body === null) return null;
    if (body.bytes === undefined) collect(body).catch(() => {});
    return { ...body, used: false };
  }
  internal.modules['internal/fetch_body'] = () => ({ bodyOf, mixBody, cloneBody });
})
