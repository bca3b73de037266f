// Streams: npm's readable-stream, which is Node's own code.
(function (binding, internal) {
  'use strict';
  internal.modules.stream = () => binding.library('internal/vendor/readable-stream')(binding, internal);
  internal.modules['stream/promises'] = () => internal.require('stream').promises;
})
