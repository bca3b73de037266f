// process.stdin: what the scenario sends, as from a pipe.
(function (binding, internal) {
  'use strict';
  const { process } = internal;
  internal.modules['internal/stdin'] = () => {
    const Socket = internal.require('internal/net_socket');
    const { StreamHandle } = internal.require('internal/stream_handle');
    const handle = new StreamHandle(binding.openStdin());
    const stdin = new Socket({ handle, readable: true, writable: false, manualStart: true });
    stdin._type = 'pipe';
    stdin.fd = 0;
    stdin.isTTY = undefined;
    // A stream that nobody reads does not keep the process alive.
    stdin.on('pause', () => {
      process.nextTick(() => {
        if (stdin._handle?.reading && !stdin.readableFlowing) stdin._handle.readStop();
      });
    });
    return stdin;
  };
})
