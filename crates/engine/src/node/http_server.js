// http.Server and its responses.
(function (binding, internal) {
  'use strict';
  const { nodeError, process } = internal;

  internal.modules['internal/http_server'] = () => {
    const net = internal.require('net');
    const { Parser, freeParser, resetError, invalidChar, BAD_VALUE } = internal.require('internal/http_common');
    const { OutgoingMessage, kOutHeaders, kNeedDrain, kUniqueHeaders, uniqueHeaders, headersSent } = internal.require('internal/http_outgoing');
    const { STATUS_CODES } = internal.require('internal/http_words');
    const { Buffer } = internal;
    const kConnections = Symbol('http.server.connections');
    const kWaiting = Symbol('http.server.requestsThatAreNotWhole');
    const kListening = Symbol('http.server.listeningSince');
    const kServerResponse = Symbol('ServerResponse');
    // By so much later than it says does the server close an idle connection.
    const KEEP_ALIVE_BUFFER = internal.major < 20 ? 0 : 1000;

    function ServerResponse(req, options) {
      OutgoingMessage.call(this, options);
      if (req.method === 'HEAD') this._hasBody = false;
      this.req = req;
      this.sendDate = true;
      this._sent100 = false;
      this._expect_continue = false;
      if (req.httpVersionMajor < 1 || req.httpVersionMinor < 1) {
        this.useChunkedEncodingByDefault = /(?:^|\W)chunked(?:$|\W)/i.test(req.headers.te);
        this.shouldKeepAlive = false;
      }
    }
    Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
    Object.setPrototypeOf(ServerResponse, OutgoingMessage);
    const response = ServerResponse.prototype;
    response.statusCode = 200;
    response.statusMessage = undefined;
    function onSocketClose() {
      if (this._httpMessage) emitCloseNT(this._httpMessage);
    }
    function emitCloseNT(message) {
      if (message._closed) return;
      message.destroyed = true;
      message._closed = true;
      message.emit('close');
    }
    response.assignSocket = function (socket) {
      if (socket._httpMessage) throw nodeError(Error, 'ERR_HTTP_SOCKET_ASSIGNED', 'ServerResponse has an already assigned socket');
      socket._httpMessage = this;
      socket.on('close', onSocketClose);
      this.socket = socket;
      this.emit('socket', socket);
      this._flush();
    };
    response.detachSocket = function (socket) {
      socket.removeListener('close', onSocketClose);
      socket._httpMessage = null;
      this.socket = null;
    };
    response.writeContinue = function (callback) {
      this._writeRaw('HTTP/1.1 100 Continue\r\n\r\n', 'ascii', callback);
      this._sent100 = true;
    };
    response.writeProcessing = function (callback) { this._writeRaw('HTTP/1.1 102 Processing\r\n\r\n', 'ascii', callback); };
    response.writeEarlyHints = internal.refusing('response.writeEarlyHints', 'send the headers with the response');
    response._implicitHeader = function () { this.writeHead(this.statusCode); };
    response.writeHead = function writeHead(statusCode, reason, headers) {
      if (this._header && internal.major >= 20) throw headersSent('write');
      const given = statusCode;
      statusCode |= 0;
      if (statusCode < 100 || statusCode > 999) {
        throw nodeError(RangeError, 'ERR_HTTP_INVALID_STATUS_CODE', `Invalid status code: ${given}`);
      }
      if (typeof reason === 'string') {
        this.statusMessage = reason;
      } else {
        this.statusMessage ||= STATUS_CODES[statusCode] || 'unknown';
        headers ??= reason;
      }
      this.statusCode = statusCode;
      if (this[kOutHeaders]) {
        const list = Array.isArray(headers) ? headers : internal.flattened(Object.entries(headers ?? {}));
        if (list.length % 2 !== 0) {
          throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'headers' is invalid. Received ${binding.inspect(headers, 2)}`);
        }
        for (let n = 0; n < list.length; n += 2) if (list[n]) this.setHeader(list[n], list[n + 1]);
        // So far Node 18 goes before it sees that they are sent.
        if (this._header && list.length === 0) throw headersSent('render');
        headers = this[kOutHeaders];
      }
      if (BAD_VALUE.test(this.statusMessage)) throw invalidChar('statusMessage');
      if (statusCode === 204 || statusCode === 304 || (statusCode >= 100 && statusCode <= 199)) this._hasBody = false;
      if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
      this._storeHeader(`HTTP/1.1 ${statusCode} ${this.statusMessage}\r\n`, headers);
      return this;
    };
    response.writeHeader = response.writeHead;

    function Server(options, listener) {
      if (!(this instanceof Server)) return new Server(options, listener);
      if (typeof options === 'function') [options, listener] = [{}, options];
      else if (options == null) options = {};
      else internal.validators.validateObject(options, 'options');
      this[internal.kIncomingMessage] = options.IncomingMessage || internal.require('internal/http_common').IncomingMessage;
      this[kServerResponse] = options.ServerResponse || ServerResponse;
      this.requestTimeout = options.requestTimeout ?? 300_000;
      this.headersTimeout = options.headersTimeout ?? Math.min(60_000, this.requestTimeout);
      this.keepAliveTimeout = options.keepAliveTimeout ?? 5_000;
      this.connectionsCheckingInterval = options.connectionsCheckingInterval ?? 30_000;
      this.requireHostHeader = options.requireHostHeader ?? internal.major >= 20;
      this.joinDuplicateHeaders = options.joinDuplicateHeaders;
      this.rejectNonStandardBodyWrites = options.rejectNonStandardBodyWrites ?? false;
      net.Server.call(this, {
        allowHalfOpen: true, noDelay: options.noDelay ?? true, keepAlive: options.keepAlive,
        keepAliveInitialDelay: options.keepAliveInitialDelay, highWaterMark: options.highWaterMark,
      });
      if (listener) this.on('request', listener);
      this.httpAllowHalfOpen = false;
      this.on('connection', connectionListener);
      this.on('listening', setupConnectionsTracking);
      this[kWaiting] = new Map();
      this.timeout = 0;
      this.maxHeadersCount = null;
      this.maxRequestsPerSocket = 0;
      this[kConnections] = new Set();
      this[kUniqueHeaders] = uniqueHeaders(options.uniqueHeaders);
    }
    Object.setPrototypeOf(Server.prototype, net.Server.prototype);
    Object.setPrototypeOf(Server, net.Server);
    const proto = Server.prototype;
    proto.close = function (...args) {
      if (internal.major >= 20) this.closeIdleConnections();
      return net.Server.prototype.close.apply(this, args);
    };
    proto.closeAllConnections = function () {
      for (const state of [...this[kConnections]]) state.socket.destroy();
    };
    // Idle is a connection that has had a request and none that is not answered; or none at all yet.
    proto.closeIdleConnections = function () {
      for (const { socket, receiving, seen } of [...this[kConnections]]) {
        if (receiving || !seen) continue;
        if (!socket._httpMessage || socket._httpMessage.finished) socket.destroy();
      }
    };
    proto.setTimeout = function (ms, callback) {
      this.timeout = ms;
      if (callback) this.on('timeout', callback);
      return this;
    };
    proto[Symbol.for('nodejs.rejection')] = function (error, event, ...args) {
      if (event !== 'request') {
        this.emit('error', error);
        return;
      }
      const [, res] = args;
      if (res.headersSent || res.writableEnded) {
        res.destroy();
      } else {
        for (const name of res.getHeaderNames()) res.removeHeader(name);
        res.statusCode = 500;
        res.end(STATUS_CODES[500]);
      }
    };

    function setupConnectionsTracking() { this[kListening] = binding.now() / 1e6; }
    function connectionListener(socket) {
      const server = this;
      socket.server = server;
      if (server.timeout && typeof socket.setTimeout === 'function') socket.setTimeout(server.timeout);
      socket.on('timeout', onTimeout);
      const parser = new Parser('request', socket);
      socket.parser = parser;
      const state = {
        socket, outgoing: [], incoming: [], outgoingData: 0, requestsCount: 0, keepAliveTimeoutSet: false, receiving: false, seen: false,
      };
      server[kConnections].add(state);
      state.onData = (chunk) => afterExecute(server, socket, state, parser.execute(chunk), parser);
      state.onEnd = () => onEnd(server, socket, parser, state);
      state.onClose = () => {
        server[kConnections].delete(state);
        server[kWaiting].delete(socket);
        freeParser(socket.parser, null, socket);
        while (state.incoming.length) state.incoming.shift().destroy(resetError('aborted'));
      };
      state.onDrain = () => onDrain(socket, state);
      socket.on('data', state.onData);
      socket.on('error', onError);
      socket.on('end', state.onEnd);
      socket.on('close', state.onClose);
      socket.on('drain', state.onDrain);
      parser.onIncoming = (req, keepAlive) => onIncoming(server, socket, state, req, keepAlive);
      socket.on('resume', onResume);
      socket.on('pause', onPause);
      for (const name of ['on', 'addListener', 'prependListener']) socket[name] = watchingListeners(name);
      if (socket._handle) consume(server, socket, state, parser);
      socket._paused = false;
    }
    // The parser takes what the kernel gives, past the stream. After each piece of a body Node empties its queues.
    function consume(server, socket, state, parser) {
      const { onread } = socket._handle;
      parser.consumed = true;
      socket._handle.onread = (chunk, errno) => {
        if (chunk === null) {
          onread(null, errno);
          return;
        }
        const finish = (result) => {
          socket._unrefTimer();
          afterExecute(server, socket, state, result, parser);
        };
        const afterBody = (rest) => {
          binding.continueWith(() => {
            const result = rest();
            if (result !== kContinued) finish(result);
          });
          return kContinued;
        };
        const result = parser.execute(chunk, afterBody);
        if (result !== kContinued) finish(result);
      };
      parser.unconsume = () => { if (socket._handle) socket._handle.onread = onread; };
    }
    const kContinued = Symbol('continued');
    function unconsume(parser, socket) {
      if (!socket._handle) return;
      if (parser.consumed) parser.unconsume();
      parser.consumed = false;
      socket.removeListener('pause', onPause);
      socket.removeListener('resume', onResume);
    }
    // Who listens for data wants it instead of the parser.
    function watchingListeners(name) {
      return function (event, listener) {
        const result = net.Socket.prototype[name].call(this, event, listener);
        if (!this.parser) {
          for (const each of ['on', 'addListener', 'prependListener']) this[each] = net.Socket.prototype[each];
        } else if (event === 'data' || event === 'readable') {
          unconsume(this.parser, this);
        }
        return result;
      };
    }
    function onResume() {
      if (this._paused) this.pause();
      else if (this._handle && !this._handle.reading) this._handle.readStart();
    }
    function onPause() {
      if (this._handle?.reading) this._handle.readStop();
    }
    function onDrain(socket, state) {
      if (socket._paused && state.outgoingData <= socket.writableHighWaterMark) {
        socket._paused = false;
        socket.resume();
      }
      const message = socket._httpMessage;
      if (message && !message.finished && message[kNeedDrain]) {
        message[kNeedDrain] = false;
        message.emit('drain');
      }
    }
    function onTimeout() {
      const req = this.parser?.incoming;
      const byRequest = req && !req.complete && req.emit('timeout', this);
      const byResponse = this._httpMessage && this._httpMessage.emit('timeout', this);
      const byServer = this.server.emit('timeout', this);
      if (!byRequest && !byResponse && !byServer) this.destroy();
    }
    function onEnd(server, socket, parser, state) {
      const error = parser.finish();
      if (error !== undefined) onError.call(socket, error);
      else if (!server.httpAllowHalfOpen) socket.end();
      else if (state.outgoing.length) internal.last(state.outgoing)._last = true;
      else if (socket._httpMessage) socket._httpMessage._last = true;
      else socket.end();
    }
    const ignore = () => {};
    const answer = (code) => Buffer.from(`HTTP/1.1 ${code} ${STATUS_CODES[code]}\r\nConnection: close\r\n\r\n`, 'latin1');
    function onError(error) {
      this.removeListener('error', onError);
      if (!this.listeners('error').includes(ignore)) this.on('error', ignore);
      if (this.server.emit('clientError', error, this)) return;
      if (this.writable && (!this._httpMessage || !this._httpMessage._headerSent)) {
        this.write(answer(error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400));
      }
      this.destroy(error);
    }
    function afterExecute(server, socket, state, result, parser) {
      if (result instanceof Error) {
        onError.call(socket, result);
      } else if (result !== undefined) {
        const req = parser.incoming;
        for (const [event, listener] of [['data', state.onData], ['end', state.onEnd], ['close', state.onClose],
          ['drain', state.onDrain], ['error', onError], ['timeout', onTimeout]]) socket.removeListener(event, listener);
        unconsume(parser, socket);
        server[kConnections].delete(state);
        freeParser(parser, req, socket);
        const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
        if (event === 'upgrade' || server.listenerCount(event) > 0) {
          socket.readableFlowing = null;
          server.emit(event, req, socket, result);
        } else {
          socket.destroy();
        }
      } else {
        const { incoming } = parser;
        // Most requests come whole.
        if (!incoming?.complete || incoming === state.whole || server[kWaiting].has(socket)) {
          const { watch } = internal.require('internal/http_timeouts');
          watch(server, socket, server[kWaiting], { incoming, before: state.whole }, server[kListening] ?? 0, onError);
        }
        state.whole = incoming?.complete ? incoming : undefined;
      }
    }
    function onIncoming(server, socket, state, req, keepAlive) {
      if (state.keepAliveTimeoutSet) {
        socket.setTimeout(server.timeout || 0);
        state.keepAliveTimeoutSet = false;
      }
      state.seen = true;
      state.receiving = true;
      if (req.upgrade) {
        req.upgrade = req.method === 'CONNECT' || server.listenerCount('upgrade') > 0;
        if (req.upgrade) return 2;
      }
      state.incoming.push(req);
      if (!socket._paused && (socket._writableState.needDrain || state.outgoingData >= socket.writableHighWaterMark)) {
        socket._paused = true;
        socket.pause();
      }
      const res = new server[kServerResponse](req, { highWaterMark: socket.writableHighWaterMark });
      res._keepAliveTimeout = server.keepAliveTimeout;
      res._maxRequestsPerSocket = server.maxRequestsPerSocket;
      res._onPendingData = (delta) => {
        state.outgoingData += delta;
        onDrain(socket, state);
      };
      res.shouldKeepAlive = keepAlive;
      res[kUniqueHeaders] = server[kUniqueHeaders];
      if (socket._httpMessage) state.outgoing.push(res);
      else res.assignSocket(socket);
      res.on('finish', () => onFinish(req, res, socket, state, server));
      hand(server, socket, state, req, res);
      return 0;
    }
    // Gives the request to the program, unless it is one that the server answers by itself.
    function hand(server, socket, state, req, res) {
      if (req.httpVersionMinor === 1) {
        if (server.requireHostHeader && req.headers.host === undefined) {
          res.writeHead(400, ['Connection', 'close']);
          res.end();
          return;
        }
        const limit = server.maxRequestsPerSocket;
        if (typeof limit === 'number' && limit > 0) {
          state.requestsCount++;
          res.maxRequestsOnConnectionReached = limit <= state.requestsCount;
          if (limit < state.requestsCount) {
            server.emit('dropRequest', req, socket);
            res.writeHead(503);
            res.end();
            return;
          }
        }
        if (req.headers.expect !== undefined) {
          if (/(?:^|\W)100-continue(?:$|\W)/i.test(req.headers.expect)) {
            res._expect_continue = true;
            if (server.listenerCount('checkContinue') > 0) {
              server.emit('checkContinue', req, res);
            } else {
              res.writeContinue();
              server.emit('request', req, res);
            }
          } else if (server.listenerCount('checkExpectation') > 0) {
            server.emit('checkExpectation', req, res);
          } else {
            res.writeHead(417);
            res.end();
          }
          return;
        }
      }
      server.emit('request', req, res);
    }
    function onFinish(req, res, socket, state, server) {
      state.incoming.shift();
      state.receiving = state.incoming.length > 0;
      if (!req._consuming && !req._readableState.resumeScheduled) req._dump();
      res.detachSocket(socket);
      clearIncoming(req);
      process.nextTick(emitCloseNT, res);
      if (res._last) {
        if (typeof socket.destroySoon === 'function') socket.destroySoon();
        else socket.end();
      } else if (state.outgoing.length === 0) {
        if (server.keepAliveTimeout && typeof socket.setTimeout === 'function') {
          socket.setTimeout(server.keepAliveTimeout + KEEP_ALIVE_BUFFER);
          state.keepAliveTimeoutSet = true;
        }
      } else {
        state.outgoing.shift().assignSocket(socket);
      }
    }
    function clearIncoming(req) {
      const parser = req.socket?.parser;
      if (parser?.incoming !== req) return;
      if (req.readableEnded) parser.incoming = null;
      else req.on('end', () => clearIncoming(req));
    }
    return { Server, ServerResponse, _connectionListener: connectionListener };
  };
})
