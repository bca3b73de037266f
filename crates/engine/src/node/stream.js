// Streams: npm's readable-stream, which is Node's own code.
(function (binding, internal) {
  'use strict';
  internal.modules.stream = () => {
    const stream = binding.library('internal/vendor/readable-stream')(binding, internal);
    // Since Node 22 a stream takes four times as many bytes before it says that it is full.
    if (internal.major >= 22) stream.setDefaultHighWaterMark(false, 65536);
    if (internal.major >= 20) {
      // Undefined until a stream says that it cannot be written to.
      Object.defineProperty(stream.Writable.WritableState.prototype, 'writable', {
        get() {},
        set(value) { Object.defineProperty(this, 'writable', { value, writable: true, enumerable: true, configurable: true }); },
        configurable: true,
      });
    }
    return stream;
  };
  internal.modules['stream/promises'] = () => internal.require('stream').promises;
})
