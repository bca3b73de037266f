// The kernel's end of sockets and pipes, as the JavaScript of net, child_process and stdin holds it; and its errors.
(function (binding, internal) {
  'use strict';
  const { toBuffer } = internal;

  const ERRORS = new Map([
    [-2, ['ENOENT', 'no such file or directory']], [-3, ['ESRCH', 'no such process']], [-13, ['EACCES', 'permission denied']],
    [-22, ['EINVAL', 'invalid argument']], [-32, ['EPIPE', 'broken pipe']], [-98, ['EADDRINUSE', 'address already in use']],
    [-99, ['EADDRNOTAVAIL', 'address not available']], [-104, ['ECONNRESET', 'connection reset by peer']],
    [-107, ['ENOTCONN', 'socket is not connected']], [-110, ['ETIMEDOUT', 'connection timed out']],
    [-111, ['ECONNREFUSED', 'connection refused']], [-113, ['EHOSTUNREACH', 'host is unreachable']],
    [-125, ['ECANCELED', 'operation canceled']],
  ]);
  const nameOf = (errno) => ERRORS.get(errno)?.[0] ?? `Unknown system error ${errno}`;

  // `write EPIPE`.
  function errnoError(errno, syscall, detail = '') {
    const code = nameOf(errno);
    const error = new Error(`${syscall} ${code}${detail}`);
    error.errno = errno;
    error.code = code;
    error.syscall = syscall;
    return error;
  }
  // `connect ECONNREFUSED 127.0.0.1:1`.
  function hostPortError(errno, syscall, address, port) {
    const error = errnoError(errno, syscall, ` ${port ? `${address}:${port}` : address}`);
    error.address = address;
    if (port) error.port = port;
    return error;
  }
  // `listen EADDRINUSE: address already in use :::3000`.
  function listenError(errno, address, port) {
    const [code, text] = ERRORS.get(errno);
    const error = new Error(`listen ${code}: ${text} ${port > 0 ? `${address}:${port}` : address}`);
    Object.assign(error, { code, errno, syscall: 'listen', address });
    if (port) error.port = port;
    return error;
  }

  class StreamHandle {
    #id;
    #writes = new Map();
    #written = 0;
    #connected = null;
    #shut = null;
    reading = false;
    bytesRead = 0;
    bytesWritten = 0;
    writeQueueSize = 0;
    // Called with a Buffer, or with null and 0 at the end, or with null and a negative error number.
    onread = null;

    // Of a handle that the kernel made, or of a new socket.
    constructor(id) {
      const owner = (event, a, b) => this.#tell(event, a, b);
      if (id === undefined) this.#id = binding.openSocket(owner);
      else binding.setOwner(this.#id = id, owner);
    }
    #tell(event, a, b) {
      switch (event) {
        case 'read':
          this.bytesRead += a.length;
          this.onread?.(toBuffer(a), 0);
          break;
        case 'end':
          this.reading = false;
          this.onread?.(null, 0);
          break;
        case 'error':
          this.reading = false;
          this.onread?.(null, a);
          break;
        case 'connected': {
          const callback = this.#connected;
          this.#connected = null;
          callback(a);
          break;
        }
        case 'written': {
          const { callback, size } = this.#writes.get(a);
          this.#writes.delete(a);
          this.writeQueueSize -= size;
          callback(b);
          break;
        }
        case 'shutdown': {
          const callback = this.#shut;
          this.#shut = null;
          callback();
          break;
        }
      }
    }
    get id() { return this.#id; }
    connect(address, port, callback) {
      this.#connected = callback;
      binding.connect(this.#id, address, port);
    }
    readStart() {
      this.reading = true;
      binding.setReading(this.#id, true);
    }
    readStop() {
      this.reading = false;
      binding.setReading(this.#id, false);
    }
    // True if all was written at once; false if `callback(errno)` will be called; or a negative error number.
    write(bytes, callback) {
      const number = ++this.#written;
      const done = binding.writeStream(this.#id, number, bytes);
      if (typeof done === 'number') return done;
      this.bytesWritten += bytes.length;
      if (!done) {
        this.#writes.set(number, { callback, size: bytes.length });
        this.writeQueueSize += bytes.length;
      }
      return done;
    }
    shutdown(callback) {
      this.#shut = callback;
      binding.shutdownStream(this.#id);
    }
    close(callback) {
      this.onread = null;
      binding.closeHandle(this.#id, callback);
    }
    reset(callback) {
      binding.resetStream(this.#id);
      this.close(callback);
    }
    ref() { binding.setHandleRef(this.#id, true); }
    unref() { binding.setHandleRef(this.#id, false); }
    // [address, port, remote address, remote port]
    addresses() { return binding.addresses(this.#id); }
  }

  internal.modules['internal/stream_handle'] = () => ({ StreamHandle, errnoError, hostPortError, listenError, nameOf });
})
