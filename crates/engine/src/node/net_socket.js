// net.Socket: a Duplex over the kernel's end of a connection.
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType, process } = internal;

  internal.modules['internal/net_socket'] = () => {
    const { Duplex } = internal.require('stream');
    const { setTimeout, clearTimeout } = internal.require('timers');
    const { StreamHandle, errnoError, hostPortError } = internal.require('internal/stream_handle');
    const { isIP, familyName, checkPort, timerDuration } = internal.require('internal/net_addresses');
    const kTimeout = Symbol('timeout');
    const kBytesRead = Symbol('kBytesRead');
    const kBytesWritten = Symbol('kBytesWritten');
    const closedError = () => nodeError(Error, 'ERR_SOCKET_CLOSED', 'Socket is closed');

    function Socket(options) {
      if (!(this instanceof Socket)) return new Socket(options);
      options = typeof options === 'number' ? { fd: options } : { ...options };
      if (options.fd !== undefined && !options.handle) binding.refuse('the fd option of net.Socket', 'connect to a port');
      if (options.onread) binding.refuse('the onread option of net.Socket', "listen for 'data'");
      this.connecting = false;
      this._hadError = false;
      this._handle = null;
      this._parent = null;
      this._host = null;
      this[kTimeout] = null;
      this._closeAfterHandlingError = false;
      Duplex.call(this, {
        ...options, allowHalfOpen: Boolean(options.allowHalfOpen), emitClose: false, autoDestroy: true, decodeStrings: false,
      });
      if (options.handle) this._handle = options.handle;
      this.on('end', refuseWrites);
      adopt(this);
      this._pendingData = null;
      this._pendingEncoding = '';
      if (this._handle && options.readable !== false) {
        if (options.pauseOnCreate) {
          this._handle.readStop();
          this.readableFlowing = false;
        } else if (!options.manualStart) {
          this.read(0);
        }
      }
      if (options.signal) internal.require('stream').addAbortSignal(options.signal, this);
      this.server = null;
      this._server = null;
      this[kBytesRead] = 0;
      this[kBytesWritten] = 0;
    }
    Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
    Object.setPrototypeOf(Socket, Duplex);
    const proto = Socket.prototype;

    function adopt(socket) {
      socket._undestroy();
      socket._sockname = null;
      if (socket._handle) socket._handle.onread = (chunk, errno) => onRead(socket, chunk, errno);
    }
    function onRead(socket, chunk, errno) {
      socket._unrefTimer();
      if (chunk !== null) {
        if (!socket.destroyed && !socket.push(chunk) && !socket.destroyed) socket._handle?.readStop();
      } else if (errno !== 0) {
        socket.destroy(errnoError(errno, 'read'));
      } else if (!socket._readableState.endEmitted) {
        socket.push(null);
        socket.read(0);
      }
    }
    // A half-open connection is not wanted: what is written after the other end has finished is an error.
    function refuseWrites() {
      if (!this.allowHalfOpen) this.write = writeAfterEnd;
    }
    function writeAfterEnd(chunk, encoding, callback) {
      if (!this.writableEnded) return Duplex.prototype.write.call(this, chunk, encoding, callback);
      if (typeof encoding === 'function') callback = encoding;
      const error = new Error('This socket has been ended by the other party');
      error.code = 'EPIPE';
      if (typeof callback === 'function') process.nextTick(callback, error);
      this.destroy(error);
      return false;
    }

    proto._unrefTimer = function _unrefTimer() {
      for (let s = this; s !== null; s = s._parent) s[kTimeout]?.refresh();
    };
    proto.setTimeout = function (ms, callback) {
      if (this.destroyed) return this;
      this.timeout = ms;
      ms = timerDuration(ms, 'msecs');
      clearTimeout(this[kTimeout]);
      if (ms === 0) {
        if (callback !== undefined) {
          internal.validateFunction(callback, 'callback');
          this.removeListener('timeout', callback);
        }
        this[kTimeout] = null;
      } else {
        const socketTimeout = () => this._onTimeout();
        this[kTimeout] = setTimeout(socketTimeout, ms).unref();
        if (callback !== undefined) {
          internal.validateFunction(callback, 'callback');
          this.once('timeout', callback);
        }
      }
      return this;
    };
    Object.defineProperty(proto.setTimeout, 'name', { value: 'setStreamTimeout' });
    proto._onTimeout = function () { this.emit('timeout'); };
    // What these change cannot be seen on a modelled network.
    proto.setNoDelay = function () { return this; };
    proto.setKeepAlive = function () { return this; };
    proto.ref = function () {
      if (!this._handle) this.once('connect', this.ref);
      else this._handle.ref();
      return this;
    };
    proto.unref = function () {
      if (!this._handle) this.once('connect', this.unref);
      else this._handle.unref();
      return this;
    };

    proto._read = function (n) {
      if (this.connecting || !this._handle) this.once('connect', () => this._read(n));
      else if (!this._handle.reading) this._handle.readStart();
    };
    proto._writev = function (chunks, callback) {
      const buffers = chunks.map(({ chunk, encoding }) => (typeof chunk === 'string' ? internal.Buffer.from(chunk, encoding) : chunk));
      writeBytes(this, () => internal.Buffer.concat(buffers), callback);
    };
    proto._write = function (data, encoding, callback) {
      writeBytes(this, () => (typeof data === 'string' ? internal.Buffer.from(data, encoding) : data), callback);
    };
    function writeBytes(socket, bytesOf, callback) {
      if (socket.connecting) {
        const closed = () => callback(nodeError(Error, 'ERR_SOCKET_CLOSED_BEFORE_CONNECTION', 'Socket closed before the connection was established'));
        socket._pendingData = bytesOf();
        socket.once('connect', function connect() {
          socket.off('close', closed);
          writeBytes(socket, bytesOf, callback);
        });
        socket.once('close', closed);
        return;
      }
      socket._pendingData = null;
      if (!socket._handle) {
        callback(closedError());
        return;
      }
      socket._unrefTimer();
      const done = socket._handle.write(bytesOf(), (errno) => {
        if (socket.destroyed) callback(null);
        else if (errno < 0) callback(errnoError(errno, 'write'));
        else {
          socket._unrefTimer();
          callback(null);
        }
      });
      if (typeof done === 'number') callback(errnoError(done, 'write'));
      else if (done) callback();
    }
    proto._final = function (callback) {
      if (this.pending) {
        this.once('connect', () => this._final(callback));
        return;
      }
      if (!this._handle) callback();
      else this._handle.shutdown(callback);
    };
    proto.end = function (data, encoding, callback) {
      Duplex.prototype.end.call(this, data, encoding, callback);
      return this;
    };
    proto.destroySoon = function () {
      if (this.writable) this.end();
      if (this.writableFinished) this.destroy();
      else this.once('finish', this.destroy);
    };
    proto._destroy = function (exception, callback) {
      this.connecting = false;
      for (let s = this; s !== null; s = s._parent) clearTimeout(s[kTimeout]);
      const handle = this._handle;
      if (handle) {
        this[kBytesRead] = handle.bytesRead;
        this[kBytesWritten] = handle.bytesWritten;
        const closed = () => this.emit('close', Boolean(exception));
        handle[this.resetAndClosing ? 'reset' : 'close'](closed);
        this.resetAndClosing = false;
        this._handle = null;
        this._sockname = null;
        callback(exception);
      } else {
        callback(exception);
        process.nextTick(emitCloseNT, this);
      }
      if (this._server) {
        this._server._connections--;
        this._server._emitCloseIfDrained?.();
      }
    };
    function emitCloseNT(socket) { socket.emit('close', false); }
    proto.resetAndDestroy = function () {
      if (!this._handle) this.destroy(closedError());
      else if (this.connecting) this.once('connect', () => this._reset());
      else this._reset();
      return this;
    };
    proto._reset = function () {
      this.resetAndClosing = true;
      return this.destroy();
    };

    proto.connect = function (...args) {
      const { normalizeArgs } = internal.require('internal/net_addresses');
      const [options, callback] = normalizeArgs(args);
      if (callback !== null) this.once('connect', callback);
      if (options.port === undefined && options.path == null) {
        throw nodeError(TypeError, 'ERR_MISSING_ARGS', 'The "options" or "port" or "path" argument must be specified');
      }
      if (options.path) binding.refuse('a socket with a path', 'connect to a port');
      if (this.write !== proto.write) this.write = proto.write;
      if (this.destroyed) {
        this._handle = null;
        this._peername = null;
        this._sockname = null;
      }
      if (!this._handle) {
        this._handle = new StreamHandle();
        adopt(this);
      }
      this._unrefTimer();
      this.connecting = true;
      lookupAndConnect(this, options);
      return this;
    };
    function lookupAndConnect(socket, options) {
      const host = options.host || 'localhost';
      if (options.port !== undefined && typeof options.port !== 'number' && typeof options.port !== 'string') {
        throw invalidArgType('options.port', 'one of type number or string', options.port);
      }
      const port = checkPort(options.port) | 0;
      const family = isIP(host);
      if (family) {
        process.nextTick(connectNow, socket, host, port, family);
        return;
      }
      const lookup = options.lookup ?? internal.require('dns').lookup;
      socket._host = host;
      lookup(host, { family: options.family ?? 0, hints: options.hints ?? 0, all: true }, function emitLookup(error, addresses) {
        const given = Array.isArray(addresses) ? addresses : [{ address: addresses, family: isIP(addresses) }];
        for (const { address, family } of error ? [{}] : given) socket.emit('lookup', error, address, family, host);
        if (!socket.connecting) return;
        if (error) {
          process.nextTick(connectErrorNT, socket, error);
          return;
        }
        socket._unrefTimer();
        connectNow(socket, given[0].address, port, given[0].family);
      });
    }
    function connectErrorNT(socket, error) { socket.destroy(error); }
    function connectNow(socket, address, port, family) {
      if (!socket.connecting) return;
      socket.emit('connectionAttempt', address, port, family);
      const handle = socket._handle;
      handle.connect(address, port, (errno) => {
        if (socket.destroyed) return;
        socket.connecting = false;
        socket._sockname = null;
        if (errno !== 0) {
          const error = hostPortError(errno, 'connect', address, port);
          socket.emit('connectionAttemptFailed', address, port, family, error);
          socket.destroy(error);
          return;
        }
        if (socket.readable && !handle.reading) socket.read(0);
        socket._unrefTimer();
        socket.emit('connect');
        socket.emit('ready');
        if (!socket.destroyed && !socket.isPaused()) socket.read(0);
      });
    }

    const getters = {
      _connecting() { return this.connecting; },
      pending() { return !this._handle || this.connecting; },
      readyState() {
        if (this.connecting) return 'opening';
        if (this.readable) return this.writable ? 'open' : 'readOnly';
        return this.writable ? 'writeOnly' : 'closed';
      },
      bufferSize() { return this._handle ? this.writableLength : undefined; },
      bytesRead() { return this._handle ? this._handle.bytesRead : this[kBytesRead]; },
      bytesWritten() {
        const sent = this._handle ? this._handle.bytesWritten : this[kBytesWritten];
        if (!this.writableBuffer) return undefined;
        const waiting = this.writableBuffer.reduce((sum, { chunk, encoding }) =>
          sum + (typeof chunk === 'string' ? internal.Buffer.byteLength(chunk, encoding) : chunk.length), 0);
        return sent + waiting + (this._pendingData?.length ?? 0);
      },
      remoteAddress() { return peer(this).address; },
      remoteFamily() { return peer(this).family; },
      remotePort() { return peer(this).port; },
      localAddress() { return this._getsockname().address; },
      localPort() { return this._getsockname().port; },
      localFamily() { return this._getsockname().family; },
    };
    for (const [name, get] of Object.entries(getters)) {
      Object.defineProperty(proto, name, { get, configurable: true, enumerable: name[0] !== '_' && !['pending', 'readyState', 'bufferSize'].includes(name) });
    }
    function peer(socket) {
      if (!socket._handle || socket.connecting) return socket._peername || {};
      if (!socket._peername) {
        const [, , address, port] = socket._handle.addresses() ?? [];
        if (!port) return {};
        socket._peername = { address, family: familyName(address), port };
      }
      return socket._peername;
    }
    proto._getsockname = function () {
      if (!this._handle) return {};
      if (!this._sockname) {
        const [address, port] = this._handle.addresses() ?? [];
        if (!port) return {};
        this._sockname = { address, family: familyName(address), port };
      }
      return this._sockname;
    };
    proto.address = function address() { return this._getsockname(); };
    if (internal.major < 18) delete proto.resetAndDestroy;
    return Socket;
  };
})
