// Streams of files: opened when the stream is constructed, closed when it is destroyed.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, outOfRange, validateFunction } = internal;
  const { validateInteger, validateBoolean } = internal.validators;
  const { Readable, Writable, finished } = internal.require('stream');
  const { checkPath, checkFd, options: optionsOf } = internal.require('internal/fs/shared');
  const kFs = Symbol('kFs');
  const kBusy = Symbol('kIsPerformingIO');
  const kIoDone = Symbol('kIoDone');

  // A FileHandle in place of a descriptor.
  const handleOperations = (handle) => ({
    close: (fd, done) => { handle.close().then(() => done(), done); },
    read: (fd, buffer, offset, length, position, done) => {
      handle.read(buffer, offset, length, position).then((read) => done(null, read.bytesRead, read.buffer), (error) => done(error, 0, buffer));
    },
    write: (fd, buffer, offset, length, position, done) => {
      handle.write(buffer, offset, length, position).then((written) => done(null, written.bytesWritten, buffer), (error) => done(error, 0, buffer));
    },
  });
  function setUp(stream, path, options, flags) {
    const fs = internal.require('fs');
    if (options.fd === undefined || options.fd === null) {
      stream.fd = null;
      stream[kFs] = options.fs || fs;
      stream.path = typeof path === 'string' ? path : checkPath(path);
      stream.flags = options.flags === undefined ? flags : options.flags;
      stream.mode = options.mode === undefined ? 0o666 : options.mode;
      checkPath(stream.path);
    } else if (typeof options.fd === 'object' && typeof options.fd.fd === 'number') {
      stream[kFs] = handleOperations(options.fd);
      stream.fd = checkFd(options.fd.fd);
      options.fd.on('close', stream.close.bind(stream));
    } else {
      if (typeof options.fd !== 'number') throw invalidArgType('options.fd', 'of type number or an instance of FileHandle', options.fd);
      stream[kFs] = options.fs || fs;
      stream.fd = checkFd(options.fd);
    }
    options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
    stream.start = options.start;
    stream.pos = undefined;
    if (stream.start !== undefined) {
      validateInteger(stream.start, 'start', 0);
      stream.pos = stream.start;
    }
    Object.defineProperty(stream, kFs, { enumerable: false });
    Object.defineProperty(stream, kBusy, { value: false, writable: true, enumerable: false });
  }
  function construct(done) {
    if (typeof this.fd === 'number') { done(); return; }
    this[kFs].open(this.path, this.flags, this.mode, (error, fd) => {
      if (error) { done(error); return; }
      this.fd = fd;
      done();
      this.emit('open', this.fd);
      this.emit('ready');
    });
  }
  function close(stream, error, done) {
    if (!stream.fd) { done(error); return; }
    stream[kFs].close(stream.fd, (failure) => done(failure || error));
    stream.fd = null;
  }
  // A descriptor that is in use is closed when the request is done.
  function destroy(error, done) {
    if (this[kBusy]) this.once(kIoDone, (failure) => close(this, error || failure, done));
    else close(this, error, done);
  }
  const shared = (Stream, Base, state) => {
    Object.setPrototypeOf(Stream.prototype, Base.prototype);
    Object.setPrototypeOf(Stream, Base);
    Stream.prototype._construct = construct;
    Stream.prototype._destroy = destroy;
    Object.defineProperty(Stream.prototype, 'autoClose', {
      get() { return this[state].autoDestroy; },
      set(value) { this[state].autoDestroy = value; },
    });
    Object.defineProperty(Stream.prototype, 'pending', { get() { return this.fd === null; }, configurable: true });
    Stream.prototype.open = internal.refusing(`${Stream.name}.open`, 'the stream opens its file by itself');
  };

  function ReadStream(path, options) {
    if (!(this instanceof ReadStream)) return new ReadStream(path, options);
    options = { ...optionsOf(options) };
    if (options.highWaterMark === undefined) options.highWaterMark = 64 * 1024;
    setUp(this, path, options, 'r');
    this.end = options.end === undefined ? Infinity : options.end;
    this.bytesRead = 0;
    if (this.end !== Infinity) {
      validateInteger(this.end, 'end', 0);
      if (this.start > this.end) throw outOfRange('start', `<= "end" (here: ${this.end})`, this.start);
    }
    Reflect.apply(Readable, this, [options]);
  }
  shared(ReadStream, Readable, '_readableState');
  ReadStream.prototype._read = function (n) {
    n = Math.min(this.end - (this.pos ?? this.bytesRead - (this.start ?? 0)) + 1, n);
    if (n <= 0) { this.push(null); return; }
    this[kBusy] = true;
    this[kFs].read(this.fd, Buffer.allocUnsafe(n), 0, n, this.pos, (error, count, buffer) => {
      this[kBusy] = false;
      if (this.destroyed) { this.emit(kIoDone, error); return; }
      if (error) {
        this.destroy(error);
      } else if (count > 0) {
        if (this.pos !== undefined) this.pos += count;
        this.bytesRead += count;
        this.push(count === buffer.length ? buffer : Buffer.from(buffer.subarray(0, count)));
      } else {
        this.push(null);
      }
    });
  };
  ReadStream.prototype.close = function (callback) {
    if (typeof callback === 'function') finished(this, callback);
    this.destroy();
  };

  function WriteStream(path, options) {
    if (!(this instanceof WriteStream)) return new WriteStream(path, options);
    options = { ...optionsOf(options), decodeStrings: true };
    setUp(this, path, options, 'w');
    if (options.flush !== undefined && options.flush !== null) {
      validateBoolean(options.flush, 'options.flush');
      if (options.flush) binding.refuse('the flush option of fs.createWriteStream', 'leave it out');
    }
    this.bytesWritten = 0;
    Reflect.apply(Writable, this, [options]);
    if (options.encoding) this.setDefaultEncoding(options.encoding);
  }
  shared(WriteStream, Writable, '_writableState');
  function write(stream, bytes, done) {
    stream[kBusy] = true;
    stream[kFs].write(stream.fd, bytes, 0, bytes.length, stream.pos, (error, count) => {
      stream[kBusy] = false;
      if (!error && !stream.destroyed) stream.bytesWritten += count;
      done(error);
      if (stream.destroyed) stream.emit(kIoDone, error);
    });
    if (stream.pos !== undefined) stream.pos += bytes.length;
  }
  WriteStream.prototype._write = function (data, encoding, done) { write(this, data, done); };
  WriteStream.prototype._writev = function (chunks, done) { write(this, Buffer.concat(chunks.map(({ chunk }) => chunk)), done); };
  WriteStream.prototype.close = function (callback) {
    if (callback) {
      validateFunction(callback, 'cb');
      if (this.closed) { internal.process.nextTick(callback); return; }
      this.on('close', callback);
    }
    if (!this.autoClose) this.on('finish', this.destroy);
    this.end();
  };
  WriteStream.prototype.destroySoon = WriteStream.prototype.end;

  internal.modules['internal/fs/streams'] = () => ({
    ReadStream, WriteStream,
    createReadStream: (path, options) => new ReadStream(path, options),
    createWriteStream: (path, options) => new WriteStream(path, options),
  });
})
