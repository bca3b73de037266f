// What both sides of HTTP share: the parser's JavaScript side, incoming messages, checks.
(function (binding, internal) {
  'use strict';
  const { nodeError, process } = internal;

  internal.modules['internal/http_common'] = () => {
    const { Readable, finished } = internal.require('stream');
    const TOKEN = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
    const BAD_VALUE = /[^\t\x20-\x7e\x80-\xff]/;

    function validateHeaderName(name, label) {
      if (typeof name !== 'string' || !TOKEN.test(name)) {
        throw nodeError(TypeError, 'ERR_INVALID_HTTP_TOKEN', `${label ?? 'Header name'} must be a valid HTTP token ["${name}"]`);
      }
    }
    function validateHeaderValue(name, value) {
      if (value === undefined) {
        throw nodeError(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "${value}" for header "${name}"`);
      }
      if (BAD_VALUE.test(value)) throw invalidChar('header content', name);
    }
    const invalidChar = (what, field) => nodeError(TypeError, 'ERR_INVALID_CHAR',
      `Invalid character in ${what}${field === undefined ? '' : ` ["${field}"]`}`);
    function resetError(text) {
      const error = new Error(text);
      error.code = 'ECONNRESET';
      return error;
    }

    const readStart = (socket) => {
      if (socket && !socket._paused && socket.readable) socket.resume();
    };
    const readStop = (socket) => socket?.pause();

    const kHeaders = Symbol('kHeaders');
    const kDistinct = Symbol('kHeadersDistinct');
    const kTrailers = Symbol('kTrailers');
    const kTrailersDistinct = Symbol('kTrailersDistinct');

    function IncomingMessage(socket) {
      Readable.call(this, socket ? { highWaterMark: socket.readableHighWaterMark } : undefined);
      this._readableState.readingMore = true;
      this.socket = socket;
      this.httpVersionMajor = null;
      this.httpVersionMinor = null;
      this.httpVersion = null;
      this.complete = false;
      this[kHeaders] = null;
      this.rawHeaders = [];
      this[kTrailers] = null;
      this.rawTrailers = [];
      this.joinDuplicateHeaders = false;
      this.aborted = false;
      this.upgrade = null;
      this.url = '';
      this.method = null;
      this.statusCode = null;
      this.statusMessage = null;
      this.client = socket;
      this._consuming = false;
      this._dumped = false;
    }
    Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
    Object.setPrototypeOf(IncomingMessage, Readable);
    const proto = IncomingMessage.prototype;
    Object.defineProperty(proto, 'connection', { get() { return this.socket; }, set(value) { this.socket = value; }, configurable: true });

    // Headers of which only the first counts; of all others the values are joined.
    const SINGLE = new Set(['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host',
      'if-modified-since', 'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer',
      'retry-after', 'server', 'user-agent']);
    function addLine(message, name, value, to) {
      name = name.toLowerCase();
      if (name === 'set-cookie') {
        if (to[name] === undefined) to[name] = [value];
        else to[name].push(value);
      } else if (to[name] === undefined) {
        to[name] = value;
      } else if (!SINGLE.has(name) || message.joinDuplicateHeaders) {
        to[name] += (name === 'cookie' ? '; ' : ', ') + value;
      }
    }
    function addDistinct(message, name, value, to) { (to[name.toLowerCase()] ??= []).push(value); }
    for (const [name, key, source, add, bare] of [
      ['headers', kHeaders, 'rawHeaders', addLine], ['headersDistinct', kDistinct, 'rawHeaders', addDistinct, true],
      ['trailers', kTrailers, 'rawTrailers', addLine], ['trailersDistinct', kTrailersDistinct, 'rawTrailers', addDistinct, true],
    ]) {
      Object.defineProperty(proto, name, {
        configurable: true,
        get() {
          if (!this[key]) {
            this[key] = bare ? Object.create(null) : {};
            const raw = this[source];
            for (let n = 0; n < raw.length; n += 2) add(this, raw[n], raw[n + 1], this[key]);
          }
          return this[key];
        },
        set(value) { this[key] = value; },
      });
    }
    proto.setTimeout = function (ms, callback) {
      if (callback) this.on('timeout', callback);
      this.socket.setTimeout(ms);
      return this;
    };
    proto._read = function () {
      if (!this._consuming) {
        this._readableState.readingMore = false;
        this._consuming = true;
      }
      if (this.socket.readable) readStart(this.socket);
    };
    // A message that is not whole takes its connection with it.
    proto._destroy = function (error, callback) {
      if (!this.readableEnded || !this.complete) {
        this.aborted = true;
        this.emit('aborted');
      }
      if (this.socket && !this.socket.destroyed && this.aborted) {
        this.socket.destroy(error);
        const cleanup = finished(this.socket, (e) => {
          if (e?.code === 'ERR_STREAM_PREMATURE_CLOSE') e = null;
          cleanup();
          process.nextTick(onDestroyed, this, e || error, callback);
        });
      } else {
        process.nextTick(onDestroyed, this, error, callback);
      }
    };
    // Only those who listen hear of the error.
    function onDestroyed(message, error, callback) {
      if (message.listenerCount('error') === 0) callback();
      else callback(error);
    }
    proto._dump = function () {
      if (this._dumped) return;
      this._dumped = true;
      this.removeAllListeners('data');
      this.resume();
    };

    // The JavaScript side of a parser: makes messages of what comes.
    class Parser {
      #id;
      incoming = null;
      socket;
      outgoing = null;
      // (message, keepAlive) => 0; 1 if the message has no body; 2 if another protocol follows.
      onIncoming = null;
      joinDuplicateHeaders;
      constructor(kind, socket) {
        this.#id = binding.httpOpen(kind);
        this.socket = socket;
      }
      // Gives undefined, an Error, or the bytes behind a head that changes the protocol. `afterBody`, if given, is told
      // to go on after each piece of a body: there Node empties its queues.
      execute(bytes, afterBody) {
        for (let piece; (piece = binding.httpNext(this.#id, bytes)) !== undefined;) {
          bytes = undefined;
          const [kind, ...values] = piece;
          if (kind === 'head') {
            const skip = this.#head(values);
            if (skip === 2) return internal.toBuffer(binding.httpRest(this.#id));
            if (skip === 1) binding.httpSkip(this.#id);
          } else if (kind === 'body') {
            this.#body(internal.toBuffer(values[0]));
            if (afterBody) return afterBody(() => this.execute(undefined, afterBody));
          } else if (kind === 'complete') {
            this.#complete(values[0]);
          } else {
            return parseError(values[0], values[1]);
          }
        }
        return undefined;
      }
      #head([method, url, status, reason, minor, headers, keepAlive, upgrade]) {
        const Message = this.socket?.server?.[internal.kIncomingMessage] ?? IncomingMessage;
        const message = this.incoming = new Message(this.socket);
        message.httpVersionMajor = 1;
        message.httpVersionMinor = minor;
        message.httpVersion = `1.${minor}`;
        message.joinDuplicateHeaders = this.socket?.server?.joinDuplicateHeaders || this.joinDuplicateHeaders;
        message.url = url;
        message.upgrade = upgrade;
        message.rawHeaders = headers;
        if (method !== '') {
          message.method = method;
        } else {
          message.statusCode = status;
          message.statusMessage = reason;
        }
        return this.onIncoming(message, keepAlive);
      }
      #body(chunk) {
        if (this.incoming !== null && !this.incoming._dumped && !this.incoming.push(chunk)) readStop(this.socket);
      }
      #complete(trailers) {
        const message = this.incoming;
        if (message !== null) {
          message.complete = true;
          if (trailers.length) message.rawTrailers = trailers;
          message.push(null);
        }
        readStart(this.socket);
      }
      finish() {
        const piece = binding.httpFinish(this.#id);
        if (piece === undefined) return undefined;
        if (piece[0] === 'error') return parseError(piece[1], piece[2]);
        this.#complete([]);
        return undefined;
      }
      free() { binding.httpFree(this.#id); }
    }
    function parseError(code, reason) {
      const error = new Error(`Parse Error: ${reason}`);
      error.code = code;
      error.reason = reason;
      return error;
    }
    // Breaks the links between a parser and the rest.
    function freeParser(parser, request, socket) {
      if (parser) {
        parser.incoming = null;
        parser.outgoing = null;
        parser.onIncoming = null;
        parser.socket = null;
        parser.free();
      }
      if (request) request.parser = null;
      if (socket) socket.parser = null;
    }
    return { IncomingMessage, Parser, freeParser, validateHeaderName, validateHeaderValue, invalidChar, resetError, TOKEN, BAD_VALUE };
  };
})
