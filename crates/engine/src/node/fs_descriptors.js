// Whole files by their descriptor: several requests, or, at once, one after the other.
(function (binding, internal) {
  'use strict';
  const { later, now } = internal.require('internal/fs/shared');

  // Reads to the end: the size is asked for first. Without a callback at once.
  function readFileOn(fd, callback, shown = 'fs.readFileSync') {
    if (fd === 0) binding.refuse('reading the descriptor 0', 'put the input into a file');
    const parts = [];
    let total = 0;
    let size = 0;
    const stat = { name: 'fstat', numbers: [fd], result: (facts) => facts[3] };
    const read = () => ({ name: 'read', numbers: [fd, -1, Math.max(size - total, 8192)], result: (bytes) => bytes });
    const take = (bytes) => {
      parts.push(bytes);
      total += bytes.length;
      return bytes.length === 0 || total === size;
    };
    const whole = () => new Uint8Array(Buffer.concat(parts));
    if (callback === undefined) {
      size = now(shown, stat);
      while (!take(now(shown, read())));
      return whole();
    }
    const next = (error, bytes) => {
      if (error) callback(error);
      else if (take(bytes)) callback(null, whole());
      else later(next, shown, read());
    };
    later((error, length) => {
      if (error) { callback(error); return; }
      size = length;
      later(next, shown, read());
    }, shown, stat);
    return undefined;
  }

  // Standard output and standard error are files that are open from the beginning.
  const standard = (fd) => fd === 1 || fd === 2;
  function writeOn(fd, bytes, position, callback, shown = 'fs.writeSync') {
    if (standard(fd)) {
      binding.write(fd === 1, binding.utf8Decode(bytes));
      if (callback === undefined) return bytes.length;
      later((error) => callback(error, bytes.length), shown, { name: 'access', path: '/', numbers: [0] });
      return undefined;
    }
    const operation = { name: 'write', numbers: [fd, position], bytes, result: (count) => count };
    return callback === undefined ? now(shown, operation) : later(callback, shown, operation);
  }
  internal.modules['internal/fs/descriptors'] = () => ({ readFileOn, writeOn });
})
