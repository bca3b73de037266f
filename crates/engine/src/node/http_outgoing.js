// Outgoing HTTP messages: requests of a client, responses of a server.
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType, process } = internal;

  internal.modules['internal/http_outgoing'] = () => {
    const { Stream } = internal.require('stream');
    const { validateHeaderName, validateHeaderValue, invalidChar, BAD_VALUE } = internal.require('internal/http_common');
    const { Buffer } = internal;
    const kOutHeaders = Symbol('kOutHeaders');
    const kNeedDrain = Symbol('kNeedDrain');
    const kCorked = Symbol('corked');
    const kErrored = Symbol('errored');
    const kUniqueHeaders = Symbol('kUniqueHeaders');
    const kBytesWritten = Symbol('kBytesWritten');
    const HIGH_WATER_MARK = 16 * 1024;
    const headersSent = (what) => nodeError(Error, 'ERR_HTTP_HEADERS_SENT', `Cannot ${what} headers after they are sent to the client`);
    const sizeOf = (chunk, encoding) => (typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.byteLength);
    const nothing = () => {};

    function OutgoingMessage() {
      Stream.call(this);
      this.outputData = [];
      this.outputSize = 0;
      this.writable = true;
      this.destroyed = false;
      this._last = false;
      this.chunkedEncoding = false;
      this.shouldKeepAlive = true;
      this.maxRequestsOnConnectionReached = false;
      this._defaultKeepAlive = true;
      this.useChunkedEncodingByDefault = true;
      this.sendDate = false;
      this._removedConnection = false;
      this._removedContLen = false;
      this._removedTE = false;
      this.strictContentLength = false;
      this[kBytesWritten] = 0;
      this._contentLength = null;
      this._hasBody = true;
      this._trailer = '';
      this[kNeedDrain] = false;
      this.finished = false;
      this._headerSent = false;
      this[kCorked] = 0;
      this._closed = false;
      this.socket = null;
      this._header = null;
      this[kOutHeaders] = null;
      this._keepAliveTimeout = 0;
      this._onPendingData = nothing;
      this[kErrored] = null;
    }
    Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
    Object.setPrototypeOf(OutgoingMessage, Stream);
    const proto = OutgoingMessage.prototype;

    const getters = {
      errored() { return this[kErrored]; },
      closed() { return this._closed; },
      writableFinished() { return this.finished && this.outputSize === 0 && (!this.socket || this.socket.writableLength === 0); },
      writableObjectMode() { return false; },
      writableLength() { return this.outputSize + (this.socket ? this.socket.writableLength : 0); },
      writableHighWaterMark() { return this.socket ? this.socket.writableHighWaterMark : HIGH_WATER_MARK; },
      writableCorked() { return (this.socket ? this.socket.writableCorked : 0) + this[kCorked]; },
      writableEnded() { return this.finished; },
      writableNeedDrain() { return !this.destroyed && !this.finished && this[kNeedDrain]; },
    };
    for (const [name, get] of Object.entries(getters)) Object.defineProperty(proto, name, { get, configurable: true });
    Object.defineProperty(proto, 'headersSent', { get() { return !!this._header; }, configurable: true, enumerable: true });
    Object.defineProperty(proto, 'connection', { get() { return this.socket; }, set(value) { this.socket = value; }, configurable: true });

    proto.cork = function () {
      if (this.socket) this.socket.cork();
      else this[kCorked]++;
    };
    proto.uncork = function () {
      if (this.socket) this.socket.uncork();
      else if (this[kCorked]) this[kCorked]--;
    };
    proto.setTimeout = function (ms, callback) {
      if (callback) this.on('timeout', callback);
      if (this.socket) this.socket.setTimeout(ms);
      else this.once('socket', (socket) => socket.setTimeout(ms));
      return this;
    };
    proto.destroy = function (error) {
      if (this.destroyed) return this;
      this.destroyed = true;
      this[kErrored] = error;
      if (this.socket) this.socket.destroy(error);
      else this.once('socket', (socket) => socket.destroy(error));
      return this;
    };

    // Headers.
    proto.setHeader = function (name, value) {
      if (this._header) throw headersSent('set');
      validateHeaderName(name);
      validateHeaderValue(name, value);
      (this[kOutHeaders] ??= Object.create(null))[name.toLowerCase()] = [name, value];
      return this;
    };
    proto.setHeaders = function (headers) {
      if (this._header) throw headersSent('set');
      if (!headers || Array.isArray(headers) || typeof headers.keys !== 'function' || typeof headers.get !== 'function') {
        throw invalidArgType('headers', 'an instance of Headers or Map', headers);
      }
      const cookies = [];
      for (const [key, value] of headers) {
        if (key === 'set-cookie') cookies.push(...internal.flattened([value]));
        else this.setHeader(key, value);
      }
      if (cookies.length) this.setHeader('set-cookie', cookies);
      return this;
    };
    proto.appendHeader = function (name, value) {
      if (this._header) throw headersSent('append');
      validateHeaderName(name);
      validateHeaderValue(name, value);
      const entry = this[kOutHeaders]?.[name.toLowerCase()];
      if (!entry) return this.setHeader(name, value);
      entry[1] = internal.flattened([entry[1]]).concat(value);
      return this;
    };
    proto.getHeader = function (name) {
      internal.validators.validateString(name, 'name');
      return this[kOutHeaders]?.[name.toLowerCase()]?.[1];
    };
    proto.getHeaderNames = function () { return Object.keys(this[kOutHeaders] ?? {}); };
    proto.getRawHeaderNames = function () { return Object.values(this[kOutHeaders] ?? {}).map(([name]) => name); };
    proto.getHeaders = function () {
      const headers = Object.create(null);
      for (const [key, [, value]] of Object.entries(this[kOutHeaders] ?? {})) headers[key] = value;
      return headers;
    };
    proto.hasHeader = function (name) {
      internal.validators.validateString(name, 'name');
      return !!this[kOutHeaders]?.[name.toLowerCase()];
    };
    proto.removeHeader = function (name) {
      internal.validators.validateString(name, 'name');
      if (this._header) throw headersSent('remove');
      const key = name.toLowerCase();
      if (key === 'connection') this._removedConnection = true;
      else if (key === 'content-length') this._removedContLen = true;
      else if (key === 'transfer-encoding') this._removedTE = true;
      else if (key === 'date') this.sendDate = false;
      if (this[kOutHeaders]) delete this[kOutHeaders][key];
    };
    proto.addTrailers = function (headers) {
      this._trailer = '';
      for (const [name, values] of Array.isArray(headers) ? headers : Object.entries(headers)) {
        validateHeaderName(name, 'Trailer name');
        for (const value of internal.flattened([values])) {
          if (BAD_VALUE.test(value)) throw invalidChar('trailer content', name);
          this._trailer += `${name}: ${value}\r\n`;
        }
      }
    };
    proto._implicitHeader = function () {
      throw nodeError(Error, 'ERR_METHOD_NOT_IMPLEMENTED', 'The _implicitHeader() method is not implemented');
    };

    // Writes the head's text: the first line, the headers, and those that follow from what is known.
    proto._storeHeader = function (firstLine, headers) {
      const seen = { connection: false, length: false, encoding: false, date: false, expect: false, trailer: false };
      let text = firstLine;
      const line = (name, value, check) => {
        if (check) validateHeaderValue(name, value);
        text += `${name}: ${value}\r\n`;
        note(this, seen, name.toLowerCase(), value);
      };
      for (const [name, value, check] of entries(this, headers)) {
        if (check) validateHeaderName(name);
        const unique = this[kUniqueHeaders]?.has(name.toLowerCase());
        if (!Array.isArray(value)) line(name, value, check);
        else if (unique || (value.length > 1 && name.toLowerCase() === 'cookie')) line(name, value.join('; '), check);
        else for (const one of value) line(name, one, check);
      }
      if (this.sendDate && !seen.date) text += `Date: ${new Date().toUTCString()}\r\n`;
      if (this.chunkedEncoding && (this.statusCode === 204 || this.statusCode === 304)) {
        this.chunkedEncoding = false;
        this.shouldKeepAlive = false;
      }
      if (this._removedConnection) this._last = !this.shouldKeepAlive;
      else if (!seen.connection) text += connectionLines(this, seen);
      if (!seen.length && !seen.encoding) text += bodyLines(this, seen);
      if (this.chunkedEncoding !== true && seen.trailer) {
        throw nodeError(Error, 'ERR_HTTP_TRAILER_INVALID', 'Trailers are invalid with this transfer encoding');
      }
      this._header = text + '\r\n';
      this._headerSent = false;
      if (seen.expect) this._send('');
    };
    function entries(message, headers) {
      if (!headers) return [];
      if (headers === message[kOutHeaders]) return Object.values(headers);
      if (!Array.isArray(headers)) return Object.entries(headers).map(([name, value]) => [name, value, true]);
      if (headers.length && Array.isArray(headers[0])) return headers.map(([name, value]) => [name, value, true]);
      if (headers.length % 2 !== 0) {
        throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'headers' is invalid. Received ${binding.inspect(headers, 2)}`);
      }
      const pairs = [];
      for (let n = 0; n < headers.length; n += 2) pairs.push([headers[n], headers[n + 1], true]);
      return pairs;
    }
    function note(message, seen, name, value) {
      switch (name) {
        case 'connection':
          seen.connection = true;
          message._removedConnection = false;
          if (/(?:^|\W)close(?:$|\W)/i.test(value)) message._last = true;
          else message.shouldKeepAlive = true;
          break;
        case 'transfer-encoding':
          seen.encoding = true;
          message._removedTE = false;
          if (/(?:^|\W)chunked(?:$|\W)/i.test(value)) message.chunkedEncoding = true;
          break;
        case 'content-length':
          seen.length = true;
          message._contentLength = +value;
          message._removedContLen = false;
          break;
        case 'date': case 'expect': case 'trailer':
          seen[name] = true;
          break;
        case 'keep-alive':
          message._defaultKeepAlive = false;
      }
    }
    function connectionLines(message, seen) {
      const keep = message.shouldKeepAlive && (seen.length || message.useChunkedEncodingByDefault || message.agent);
      if (!keep) {
        message._last = true;
        return 'Connection: close\r\n';
      }
      if (message.maxRequestsOnConnectionReached) return 'Connection: close\r\n';
      let text = 'Connection: keep-alive\r\n';
      if (message._keepAliveTimeout && message._defaultKeepAlive) {
        const max = ~~message._maxRequestsPerSocket > 0 ? `, max=${message._maxRequestsPerSocket}` : '';
        text += `Keep-Alive: timeout=${Math.floor(message._keepAliveTimeout / 1000)}${max}\r\n`;
      }
      return text;
    }
    function bodyLines(message, seen) {
      if (!message._hasBody) {
        message.chunkedEncoding = false;
      } else if (!message.useChunkedEncodingByDefault) {
        message._last = true;
      } else if (!seen.trailer && !message._removedContLen && typeof message._contentLength === 'number') {
        return `Content-Length: ${message._contentLength}\r\n`;
      } else if (!message._removedTE) {
        message.chunkedEncoding = true;
        return 'Transfer-Encoding: chunked\r\n';
      } else {
        message._last = true;
      }
      return '';
    }

    // The head and the first piece of the body leave together.
    proto._send = function (data, encoding, callback) {
      if (!this._headerSent && this._header !== null) {
        if (typeof data === 'string' && (encoding === 'utf8' || encoding === 'latin1' || !encoding)) {
          data = this._header + data;
        } else {
          this.outputData.unshift({ data: this._header, encoding: 'latin1', callback: null });
          this.outputSize += this._header.length;
          this._onPendingData(this._header.length);
        }
        this._headerSent = true;
      }
      return this._writeRaw(data, encoding, callback);
    };
    proto._writeRaw = function (data, encoding, callback) {
      const socket = this.socket;
      if (socket?.destroyed) return false;
      if (typeof encoding === 'function') [encoding, callback] = [null, encoding];
      if (socket && socket._httpMessage === this && socket.writable) {
        if (this.outputData.length) this._flushOutput(socket);
        return socket.write(data, encoding, callback);
      }
      this.outputData.push({ data, encoding, callback });
      this.outputSize += data.length;
      this._onPendingData(data.length);
      return this.outputSize < HIGH_WATER_MARK;
    };
    proto.write = function (chunk, encoding, callback) {
      if (typeof encoding === 'function') [encoding, callback] = [null, encoding];
      const more = write(this, chunk, encoding, callback, false);
      if (!more) this[kNeedDrain] = true;
      return more;
    };
    function write(message, chunk, encoding, callback, isLast) {
      if (typeof callback !== 'function') callback = nothing;
      if (chunk === null) throw nodeError(TypeError, 'ERR_STREAM_NULL_VALUES', 'May not write null values to stream');
      if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
        throw invalidArgType('chunk', 'of type string or an instance of Buffer or Uint8Array', chunk);
      }
      if (message.finished || message.destroyed) {
        const error = message.finished
          ? nodeError(Error, 'ERR_STREAM_WRITE_AFTER_END', 'write after end')
          : nodeError(Error, 'ERR_STREAM_DESTROYED', 'Cannot call write after a stream was destroyed');
        if (message.destroyed) process.nextTick(callback, error);
        else process.nextTick(emitErrorNT, message, error, callback);
        return false;
      }
      if (message.strictContentLength) {
        const size = message[kBytesWritten] + sizeOf(chunk, encoding);
        if (isStrict(message) && (isLast ? size !== message._contentLength : size > message._contentLength)) throw lengthMismatch(size, message);
        message[kBytesWritten] = size;
      }
      if (!message._header) {
        if (isLast) message._contentLength = sizeOf(chunk, encoding);
        message._implicitHeader();
      }
      if (!message._hasBody) {
        process.nextTick(callback);
        return true;
      }
      if (!isLast && message.socket && !message.socket.writableCorked) {
        message.socket.cork();
        process.nextTick(uncorkNT, message.socket);
      }
      if (!message.chunkedEncoding || chunk.length === 0) return message._send(chunk, encoding, callback);
      message._send(sizeOf(chunk, encoding).toString(16), 'latin1', null);
      message._send('\r\n', 'latin1', null);
      message._send(chunk, encoding, null);
      return message._send('\r\n', 'latin1', callback);
    }
    function emitErrorNT(message, error, callback) {
      callback(error);
      if (!message.destroyed) message.emit('error', error);
    }
    function uncorkNT(socket) { socket.uncork(); }
    const isStrict = (message) => message.strictContentLength && message._contentLength != null && message._hasBody &&
      !message._removedContLen && !message.chunkedEncoding && !message.hasHeader('transfer-encoding');
    const lengthMismatch = (size, message) => nodeError(Error, 'ERR_HTTP_CONTENT_LENGTH_MISMATCH',
      `Response body's content-length of ${size} byte(s) does not match the content-length of ${message._contentLength} byte(s) set in header`);

    proto.end = function (chunk, encoding, callback) {
      if (typeof chunk === 'function') [chunk, encoding, callback] = [null, null, chunk];
      else if (typeof encoding === 'function') [encoding, callback] = [null, encoding];
      if (chunk) {
        if (this.finished) {
          const error = nodeError(Error, 'ERR_STREAM_WRITE_AFTER_END', 'write after end');
          if (!this.destroyed) process.nextTick(emitErrorNT, this, error, typeof callback === 'function' ? callback : nothing);
          return this;
        }
        this.socket?.cork();
        write(this, chunk, encoding, null, true);
      } else if (this.finished) {
        if (typeof callback === 'function') {
          if (this.writableFinished) callback(nodeError(Error, 'ERR_STREAM_ALREADY_FINISHED', 'Cannot call end after a stream was finished'));
          else this.on('finish', callback);
        }
        return this;
      } else if (!this._header) {
        this.socket?.cork();
        this._contentLength = 0;
        this._implicitHeader();
      }
      if (typeof callback === 'function') this.once('finish', callback);
      if (isStrict(this) && this[kBytesWritten] !== this._contentLength) throw lengthMismatch(this[kBytesWritten], this);
      const onFinish = () => {
        if (!this.socket?._hadError) this.emit('finish');
      };
      if (this._hasBody && this.chunkedEncoding) this._send(`0\r\n${this._trailer}\r\n`, 'latin1', onFinish);
      else if (!this._headerSent || this.writableLength || chunk) this._send('', 'latin1', onFinish);
      else process.nextTick(onFinish);
      if (this.socket) {
        this.socket._writableState.corked = 1;
        this.socket.uncork();
      }
      this[kCorked] = 0;
      this.finished = true;
      if (this.outputData.length === 0 && this.socket?._httpMessage === this) this._finish();
      return this;
    };
    proto._finish = function () { this.emit('prefinish'); };
    // The message has got its connection: what was written so far leaves.
    proto._flush = function () {
      const { socket } = this;
      if (!socket?.writable) return;
      const more = this._flushOutput(socket);
      if (this.finished) {
        this._finish();
      } else if (more && this[kNeedDrain]) {
        this[kNeedDrain] = false;
        this.emit('drain');
      }
    };
    proto._flushOutput = function (socket) {
      for (; this[kCorked]; this[kCorked]--) socket.cork();
      if (this.outputData.length === 0) return undefined;
      const waiting = this.outputData;
      let more;
      socket.cork();
      for (const { data, encoding, callback } of waiting) more = socket.write(data, encoding, callback);
      socket.uncork();
      this.outputData = [];
      this._onPendingData(-this.outputSize);
      this.outputSize = 0;
      return more;
    };
    proto.flushHeaders = function () {
      if (!this._header) this._implicitHeader();
      this._send('');
    };
    proto.pipe = function () {
      this.emit('error', nodeError(Error, 'ERR_STREAM_CANNOT_PIPE', 'Cannot pipe, not readable'));
    };
    proto[Symbol.for('nodejs.rejection')] = function (error) { this.destroy(error); };
    const uniqueHeaders = (names) => (Array.isArray(names) ? new Set(names.map((name) => name.toLowerCase())) : null);
    return { OutgoingMessage, kOutHeaders, kNeedDrain, kUniqueHeaders, uniqueHeaders, headersSent };
  };
})
