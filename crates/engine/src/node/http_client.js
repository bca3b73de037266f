// http.ClientRequest: a request, and what its connection tells it.
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType, process } = internal;

  internal.modules['internal/http_client'] = () => {
    const net = internal.require('net');
    const { finished, addAbortSignal } = internal.require('stream');
    const { timerDuration } = internal.require('internal/net_addresses');
    const { Parser, freeParser, resetError, TOKEN } = internal.require('internal/http_common');
    const { OutgoingMessage, kOutHeaders, kNeedDrain, kUniqueHeaders, uniqueHeaders, headersSent } = internal.require('internal/http_outgoing');
    const { Agent, globalAgent } = internal.require('internal/http_agent');
    const kError = Symbol('kError');

    const isUrl = (value) => Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
    function urlOptions(url) {
      const { hostname } = url;
      const options = {
        protocol: url.protocol, hostname: hostname[0] === '[' ? hostname.slice(1, -1) : hostname, hash: url.hash, search: url.search,
        pathname: url.pathname, path: `${url.pathname || ''}${url.search || ''}`, href: url.href,
      };
      if (url.port !== '') options.port = Number(url.port);
      if (url.username || url.password) options.auth = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
      return options;
    }
    function checkHost(host, name) {
      if (host != null && typeof host !== 'string') throw invalidArgType(`options.${name}`, 'one of type string, undefined, or null', host);
      return host;
    }
    const BARE = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

    function ClientRequest(input, options, callback) {
      OutgoingMessage.call(this);
      if (typeof input === 'string') {
        input = urlOptions(new URL(input));
      } else if (isUrl(input)) {
        input = urlOptions(input);
      } else {
        [input, options, callback] = [null, input, options];
      }
      if (typeof options === 'function') [options, callback] = [input || {}, options];
      else options = Object.assign(input || {}, options);

      let { agent } = options;
      const defaultAgent = options._defaultAgent || globalAgent();
      if (agent === false) agent = new defaultAgent.constructor();
      else if (agent == null) agent = typeof options.createConnection === 'function' ? agent : defaultAgent;
      else if (typeof agent.addRequest !== 'function') {
        throw invalidArgType('options.agent', 'one of Agent-like Object, undefined, or false', agent);
      }
      this.agent = agent;
      const protocol = options.protocol || defaultAgent.protocol;
      const expected = this.agent?.protocol || defaultAgent.protocol;
      if (options.path && /[^\u0021-\u00ff]/.test(String(options.path))) {
        throw nodeError(TypeError, 'ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters');
      }
      if (protocol !== expected) {
        throw nodeError(TypeError, 'ERR_INVALID_PROTOCOL', `Protocol "${protocol}" not supported. Expected "${expected}"`);
      }
      const defaultPort = options.defaultPort || this.agent?.defaultPort;
      const settings = { __proto__: null, ...options };
      const port = settings.port = options.port || defaultPort || 80;
      const host = settings.host = checkHost(options.hostname, 'hostname') || checkHost(options.host, 'host') || 'localhost';
      this.socketPath = options.socketPath;
      if (options.socketPath) binding.refuse('the socketPath option of http.request', 'connect to a port');
      if (options.timeout !== undefined) this.timeout = timerDuration(options.timeout, 'timeout');
      if (options.signal) {
        addAbortSignal(options.signal, this);
        delete settings.signal;
      }
      const { method } = options;
      if (method != null && typeof method !== 'string') throw invalidArgType('options.method', 'of type string', method);
      if (method) {
        if (!TOKEN.test(method)) throw nodeError(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Method must be a valid HTTP token ["${method}"]`);
        this.method = method.toUpperCase();
      } else {
        this.method = 'GET';
      }
      this.maxHeaderSize = options.maxHeaderSize;
      this.insecureHTTPParser = options.insecureHTTPParser;
      this.joinDuplicateHeaders = options.joinDuplicateHeaders;
      this.path = options.path || '/';
      if (callback) this.once('response', callback);
      this.useChunkedEncodingByDefault = !BARE.has(this.method);
      this._ended = false;
      this.res = null;
      this.aborted = false;
      this.timeoutCb = null;
      this.upgradeOrConnect = false;
      this.parser = null;
      this.maxHeadersCount = null;
      this.reusedSocket = false;
      this.host = host;
      this.protocol = protocol;
      if (this.agent) {
        const once = !this.agent.keepAlive && !Number.isFinite(this.agent.maxSockets);
        this._last = once;
        this.shouldKeepAlive = !once;
      }
      setHeaders(this, options, { host, port, defaultPort });
      this[kUniqueHeaders] = uniqueHeaders(options.uniqueHeaders);
      if (this.agent) this.agent.addRequest(this, settings);
      else connectAlone(this, settings);
    }
    Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
    Object.setPrototypeOf(ClientRequest, OutgoingMessage);
    const proto = ClientRequest.prototype;

    function setHeaders(request, options, { host, port, defaultPort }) {
      const firstLine = `${request.method} ${request.path} HTTP/1.1\r\n`;
      if (Array.isArray(options.headers)) {
        request._storeHeader(firstLine, options.headers);
        return;
      }
      for (const [name, value] of Object.entries(options.headers ?? {})) request.setHeader(name, value);
      if (host && !request.getHeader('host') && (options.setHost === undefined || options.setHost)) {
        let text = host.split(':').length > 2 && host[0] !== '[' ? `[${host}]` : host;
        if (port && +port !== defaultPort) text += `:${port}`;
        request.setHeader('Host', text);
      }
      if (options.auth && !request.getHeader('Authorization')) {
        request.setHeader('Authorization', `Basic ${internal.Buffer.from(options.auth).toString('base64')}`);
      }
      if (request.getHeader('expect')) request._storeHeader(firstLine, request[kOutHeaders]);
    }
    function connectAlone(request, settings) {
      request._last = true;
      request.shouldKeepAlive = false;
      const options = { ...settings, path: undefined };
      if (typeof options.createConnection !== 'function') {
        request.onSocket(net.createConnection(options));
        return;
      }
      let done = false;
      const created = (error, socket) => {
        if (done) return;
        done = true;
        if (error) process.nextTick(() => request.emit('error', error));
        else request.onSocket(socket);
      };
      try {
        const socket = options.createConnection(options, created);
        if (socket) created(null, socket);
      } catch (error) {
        created(error);
      }
    }

    proto._implicitHeader = function () {
      if (this._header) throw headersSent('render');
      this._storeHeader(`${this.method} ${this.path} HTTP/1.1\r\n`, this[kOutHeaders]);
    };
    proto.abort = function () {
      if (this.aborted) return;
      this.aborted = true;
      process.nextTick(emitAbortNT, this);
      this.destroy();
    };
    function emitAbortNT(request) { request.emit('abort'); }
    proto.destroy = function (error) {
      if (this.destroyed) return this;
      this.destroyed = true;
      this.res?._dump();
      this[kError] = error;
      this.socket?.destroy(error);
      return this;
    };
    proto.onSocket = function (socket, error) { process.nextTick(onSocketNT, this, socket, error); };
    function onSocketNT(request, socket, error) {
      if (!request.destroyed && !error) {
        attach(request, socket);
        request._flush();
        return;
      }
      request.destroyed = true;
      const give = (e) => {
        if (!request.aborted && !e) e = resetError('socket hang up');
        if (e) request.emit('error', e);
        request._closed = true;
        request.emit('close');
      };
      if (!socket) {
        give(error || request[kError]);
      } else if (!error && request.agent && !socket.destroyed) {
        socket.emit('free');
        give(error || request[kError]);
      } else {
        finished(socket.destroy(error || request[kError]), (e) => give((e?.code === 'ERR_STREAM_PREMATURE_CLOSE' ? null : e) || error));
      }
    }
    function attach(request, socket) {
      const parser = new Parser('response', socket);
      request.socket = socket;
      parser.outgoing = request;
      request.parser = parser;
      socket.parser = parser;
      socket._httpMessage = request;
      parser.joinDuplicateHeaders = request.joinDuplicateHeaders;
      parser.onIncoming = onIncoming;
      socket.on('error', onSocketError);
      socket.on('data', onSocketData);
      socket.on('end', onSocketEnd);
      socket.on('close', onSocketClose);
      socket.on('drain', onSocketDrain);
      if (request.timeout !== undefined || request.agent?.options?.timeout) listenTimeout(request);
      request.emit('socket', socket);
    }

    function onSocketDrain() {
      const request = this._httpMessage;
      if (request && !request.finished && request[kNeedDrain]) {
        request[kNeedDrain] = false;
        request.emit('drain');
      }
    }
    function onSocketClose() {
      const request = this._httpMessage;
      const { parser } = this;
      const { res } = request;
      request.destroyed = true;
      if (res) {
        if (!res.complete) res.destroy(resetError('aborted'));
        request._closed = true;
        request.emit('close');
        if (!res.aborted && res.readable) res.push(null);
      } else {
        if (!request.socket._hadError) {
          request.socket._hadError = true;
          request.emit('error', resetError('socket hang up'));
        }
        request._closed = true;
        request.emit('close');
      }
      if (request.outputData) request.outputData.length = 0;
      if (parser) {
        parser.finish();
        freeParser(parser, request, this);
      }
    }
    function onSocketError(error) {
      const request = this._httpMessage;
      if (request) {
        request.socket._hadError = true;
        request.emit('error', error);
      }
      if (this.parser) {
        this.parser.finish();
        freeParser(this.parser, request, this);
      }
      this.removeListener('data', onSocketData);
      this.removeListener('end', onSocketEnd);
      this.destroy();
    }
    function onSocketEnd() {
      const request = this._httpMessage;
      const { parser } = this;
      if (!request.res && !request.socket._hadError) {
        request.socket._hadError = true;
        request.emit('error', resetError('socket hang up'));
      }
      if (parser) {
        parser.finish();
        freeParser(parser, request, this);
      }
      this.destroy();
    }
    const isInformational = (status) => status < 200 && status >= 100 && status !== 101;
    function onSocketData(chunk) {
      const request = this._httpMessage;
      const { parser } = this;
      const result = parser.execute(chunk);
      if (result instanceof Error) {
        freeParser(parser, request, this);
        this.removeListener('data', onSocketData);
        this.removeListener('end', onSocketEnd);
        this.destroy();
        request.socket._hadError = true;
        request.emit('error', result);
      } else if (result !== undefined) {
        changeProtocol(request, this, parser, result);
      } else if (parser.incoming?.complete && !isInformational(parser.incoming.statusCode)) {
        this.removeListener('data', onSocketData);
        this.removeListener('end', onSocketEnd);
        this.removeListener('drain', onSocketDrain);
        freeParser(parser, request, this);
      }
    }
    function changeProtocol(request, socket, parser, rest) {
      const res = parser.incoming;
      request.res = res;
      for (const [event, listener] of [['data', onSocketData], ['end', onSocketEnd], ['drain', onSocketDrain], ['timeout', onResponseTimeout]]) {
        socket.removeListener(event, listener);
      }
      if (request.timeoutCb) socket.removeListener('timeout', request.timeoutCb);
      freeParser(parser, request, socket);
      const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
      if (request.listenerCount(event) === 0) {
        socket.destroy();
        return;
      }
      request.upgradeOrConnect = true;
      socket.emit('agentRemove');
      socket.removeListener('close', onSocketClose);
      socket.removeListener('error', onSocketError);
      socket._httpMessage = null;
      socket.readableFlowing = null;
      request.emit(event, res, socket, rest);
      request.destroyed = true;
      request._closed = true;
      request.emit('close');
    }
    // Called by the parser, as its method.
    function onIncoming(res, keepAlive) {
      const { socket } = this;
      const request = socket._httpMessage;
      if (request.res) {
        socket.destroy();
        return 0;
      }
      request.res = res;
      if (res.upgrade) return 2;
      if (request.method === 'CONNECT') {
        res.upgrade = true;
        return 2;
      }
      if (isInformational(res.statusCode)) {
        request.res = null;
        if (res.statusCode === 100) request.emit('continue');
        const { statusCode, statusMessage, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } = res;
        request.emit('information', { statusCode, statusMessage, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders });
        return 1;
      }
      if (request.shouldKeepAlive && !keepAlive && !request.upgradeOrConnect) request.shouldKeepAlive = false;
      res.req = request;
      res.on('end', onResponseEnd);
      request.on('finish', onRequestFinish);
      socket.on('timeout', onResponseTimeout);
      if (request.aborted || !request.emit('response', res)) res._dump();
      if (request.method === 'HEAD') return 1;
      if (res.statusCode === 304) {
        res.complete = true;
        return 1;
      }
      return 0;
    }
    function onResponseEnd() {
      const request = this.req;
      const { socket } = request;
      if (socket) {
        if (request.timeoutCb) socket.removeListener('timeout', emitTimeout);
        socket.removeListener('timeout', onResponseTimeout);
      }
      request._ended = true;
      if (!request.shouldKeepAlive) {
        if (socket.writable) socket.destroySoon?.();
      } else if (request.writableFinished && !this.aborted) {
        keepAlive(request);
      }
    }
    function onRequestFinish() {
      if (this.shouldKeepAlive && this._ended) keepAlive(this);
    }
    function keepAlive(request) {
      const { socket } = request;
      if (request.timeoutCb) {
        socket.setTimeout(0, request.timeoutCb);
        request.timeoutCb = null;
      }
      socket.removeListener('close', onSocketClose);
      socket.removeListener('error', onSocketError);
      socket.removeListener('data', onSocketData);
      socket.removeListener('end', onSocketEnd);
      process.nextTick(emitFreeNT, request);
      request.destroyed = true;
      if (request.res) request.res.socket = null;
    }
    function emitFreeNT(request) {
      request._closed = true;
      request.emit('close');
      request.socket?.emit('free');
    }

    function onResponseTimeout() { this._httpMessage?.res?.emit('timeout'); }
    function emitTimeout() { this._httpMessage?.emit('timeout'); }
    function listenTimeout(request) {
      if (request.timeoutCb) return;
      request.timeoutCb = emitTimeout;
      if (request.socket) request.socket.once('timeout', emitTimeout);
      else request.on('socket', (socket) => socket.once('timeout', emitTimeout));
    }
    proto.setTimeout = function (ms, callback) {
      if (this._ended) return this;
      listenTimeout(this);
      ms = timerDuration(ms, 'msecs');
      if (callback) this.once('timeout', callback);
      const set = (socket) => {
        if (socket.connecting) socket.once('connect', () => socket.setTimeout(ms));
        else socket.setTimeout(ms);
      };
      if (this.socket) set(this.socket);
      else this.once('socket', set);
      return this;
    };
    proto.clearTimeout = function (callback) { this.setTimeout(0, callback); };
    // What these change cannot be seen on a modelled network.
    proto.setNoDelay = function () {};
    proto.setSocketKeepAlive = function () {};
    return { ClientRequest, Agent, globalAgent };
  };
})
