// net: servers, connections, addresses.
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType, process, EventEmitter } = internal;

  internal.modules['internal/net_addresses'] = () => {
    const isIPv4 = (text) => {
      const parts = String(text).split('.');
      return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
    };
    function isIPv6(text) {
      text = String(text).replace(/%.+$/, '');
      const halves = text.split('::');
      if (halves.length > 2) return false;
      const groups = (half) => (half === '' ? [] : half.split(':'));
      const all = internal.flattened(halves.map(groups));
      const last = internal.last(all);
      let count = all.length;
      if (last !== undefined && last.includes('.')) {
        if (!isIPv4(last)) return false;
        all.pop();
        count += 1;
      }
      return all.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
    }
    const isIP = (text) => (isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0);
    const familyName = (address) => (isIP(address) === 6 ? 'IPv6' : 'IPv4');
    function checkPort(port, name = 'Port') {
      const number = typeof port === 'string' && port.trim() === '' ? NaN : +port;
      if (port === undefined || ((typeof port === 'number' || typeof port === 'string') && number === number >>> 0 && number <= 0xFFFF)) return number || 0;
      throw nodeError(RangeError, 'ERR_SOCKET_BAD_PORT', `${name} should be >= 0 and < 65536.${internal.received(port)}.`);
    }
    function timerDuration(ms, name) {
      if (typeof ms !== 'number') throw invalidArgType(name, 'of type number', ms);
      if (ms < 0 || !Number.isFinite(ms)) throw internal.outOfRange(name, 'a non-negative finite number', ms);
      return ms > 2 ** 31 - 1 ? 2 ** 31 - 1 : ms;
    }
    // ([options | path | port[, host]][, callback])
    function normalizeArgs(args) {
      if (args.length === 1 && Array.isArray(args[0])) return args[0];
      const [first] = args;
      let options = {};
      if (typeof first === 'object' && first !== null) options = first;
      else if (typeof first === 'string' && !(Number(first) >= 0)) options.path = first;
      else if (args.length > 0) {
        options.port = first;
        if (typeof args[1] === 'string') options.host = args[1];
      }
      const callback = internal.last(args);
      return [options, typeof callback === 'function' ? callback : null];
    }
    return { isIP, isIPv4, isIPv6, familyName, checkPort, timerDuration, normalizeArgs };
  };

  internal.modules.net = () => {
    const Socket = internal.require('internal/net_socket');
    const { StreamHandle, listenError } = internal.require('internal/stream_handle');
    const { isIP, isIPv4, isIPv6, familyName, checkPort, normalizeArgs } = internal.require('internal/net_addresses');

    function Server(options, listener) {
      if (!(this instanceof Server)) return new Server(options, listener);
      EventEmitter.call(this);
      if (typeof options === 'function') {
        this.on('connection', options);
        options = {};
      } else if (options == null || typeof options === 'object') {
        options = { ...options };
        if (typeof listener === 'function') this.on('connection', listener);
      } else {
        throw invalidArgType('options', 'of type object', options);
      }
      this._connections = 0;
      this._handle = null;
      this._unref = false;
      this._listeningId = 1;
      this.allowHalfOpen = options.allowHalfOpen || false;
      this.pauseOnConnect = !!options.pauseOnConnect;
      this.noDelay = Boolean(options.noDelay);
      this.keepAlive = Boolean(options.keepAlive);
      this.keepAliveInitialDelay = ~~(options.keepAliveInitialDelay / 1000);
      this.highWaterMark = options.highWaterMark ?? internal.require('stream').getDefaultHighWaterMark?.(false) ?? 16384;
    }
    Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
    Object.setPrototypeOf(Server, EventEmitter);
    const proto = Server.prototype;

    proto.listen = function (...args) {
      let [options, callback] = normalizeArgs(args);
      if (this._handle) throw nodeError(Error, 'ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
      if (callback !== null) this.once('listening', callback);
      this._listeningId++;
      if (options.signal) {
        const { signal } = options;
        const aborted = () => this.close();
        if (signal.aborted) process.nextTick(aborted);
        else {
          signal.addEventListener('abort', aborted, { once: true });
          this.once('close', () => signal.removeEventListener('abort', aborted));
        }
      }
      if (options.fd !== undefined || options._handle) binding.refuse('listening on a descriptor', 'listen on a port');
      if (args.length === 0 || typeof args[0] === 'function' || (options.port === undefined && 'port' in options) || options.port === null) {
        options = { ...options, port: 0 };
      }
      if (typeof options.port === 'number' || typeof options.port === 'string') {
        const port = checkPort(options.port, 'options.port') | 0;
        if (options.host) lookupAndListen(this, port, options.host);
        else listenOn(this, null, port);
        return this;
      }
      if (options.path) binding.refuse('listening on a path', 'listen on a port');
      throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', 'port' in options || 'path' in options
        ? `The argument 'options' is invalid. Received ${binding.inspect(options, 2)}`
        : `The argument 'options' must have the property "port" or "path". Received ${binding.inspect(options, 2)}`);
    };
    function lookupAndListen(server, port, host) {
      const id = server._listeningId;
      internal.require('dns').lookup(host, (error, address) => {
        if (id !== server._listeningId) return;
        if (error) server.emit('error', error);
        else listenOn(server, address, port);
      });
    }
    function listenOn(server, address, port) {
      address ??= '::';
      const listening = binding.listen(address, port, (event, id) => onConnection(server, id));
      if (typeof listening === 'number') {
        process.nextTick(emitErrorNT, server, listenError(listening, address, port));
        return;
      }
      const [id, actual] = listening;
      server._handle = {
        id,
        close() { binding.closeHandle(id); },
        address: { address, family: familyName(address), port: actual },
      };
      server._connectionKey = `${isIP(address)}:${address}:${port}`;
      if (server._unref) server.unref();
      process.nextTick(emitListeningNT, server);
    }
    function emitErrorNT(server, error) { server.emit('error', error); }
    function emitListeningNT(server) {
      if (server._handle) server.emit('listening');
    }
    function onConnection(server, id) {
      const handle = new StreamHandle(id);
      if (server.maxConnections && server._connections >= server.maxConnections) {
        const [localAddress, localPort, remoteAddress, remotePort] = handle.addresses();
        server.emit('drop', { localAddress, localPort, localFamily: familyName(localAddress), remoteAddress, remotePort, remoteFamily: familyName(remoteAddress) });
        handle.close();
        return;
      }
      const socket = new Socket({
        handle, allowHalfOpen: server.allowHalfOpen, pauseOnCreate: server.pauseOnConnect, readable: true, writable: true,
        readableHighWaterMark: server.highWaterMark, writableHighWaterMark: server.highWaterMark,
      });
      server._connections++;
      socket.server = server;
      socket._server = server;
      server.emit('connection', socket);
    }
    Object.defineProperty(proto, 'listening', { get() { return !!this._handle; }, configurable: true, enumerable: true });
    proto.address = function () { return this._handle ? { ...this._handle.address } : null; };
    proto.getConnections = function (callback) {
      process.nextTick(callback, null, this._connections);
      return this;
    };
    proto.close = function (callback) {
      this._listeningId++;
      if (typeof callback === 'function') {
        if (this._handle) this.once('close', callback);
        else this.once('close', function close() { callback(nodeError(Error, 'ERR_SERVER_NOT_RUNNING', 'Server is not running.')); });
      }
      if (this._handle) {
        this._handle.close();
        this._handle = null;
      }
      this._emitCloseIfDrained();
      return this;
    };
    proto[Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')] = async function () {
      if (this._handle) await new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
    };
    proto._emitCloseIfDrained = function () {
      if (!this._handle && !this._connections) process.nextTick(emitCloseNT, this);
    };
    function emitCloseNT(server) { server.emit('close'); }
    proto.ref = function () {
      this._unref = false;
      if (this._handle) binding.setHandleRef(this._handle.id, true);
      return this;
    };
    proto.unref = function () {
      this._unref = true;
      if (this._handle) binding.setHandleRef(this._handle.id, false);
      return this;
    };

    function connect(...args) {
      const normalized = normalizeArgs(args);
      const socket = new Socket(normalized[0]);
      if (normalized[0].timeout) socket.setTimeout(normalized[0].timeout);
      return socket.connect(normalized);
    }
    const net = {
      connect, createConnection: connect,
      createServer(options, listener) { return new Server(options, listener); },
      isIP, isIPv4, isIPv6, Server, Socket, Stream: Socket,
      getDefaultAutoSelectFamily: () => true,
      getDefaultAutoSelectFamilyAttemptTimeout: () => 250,
    };
    internal.refuseMissing(net, 'net.', ['BlockList', 'SocketAddress', 'setDefaultAutoSelectFamily', 'setDefaultAutoSelectFamilyAttemptTimeout']);
    return net;
  };
})
