// What process tells of its use of the machine, and of its user.
(function (binding, internal) {
  'use strict';
  const { process, invalidArgType } = internal;
  // The model's program takes no memory that could be told: these are what a small program of Node's shows.
  const MEMORY = { rss: 44040192, heapTotal: 6537216, heapUsed: 4718592, external: 1572864, arrayBuffers: 10515 };
  process.memoryUsage = Object.assign(function memoryUsage() { return { ...MEMORY }; }, { rss: () => MEMORY.rss });
  process.constrainedMemory = function constrainedMemory() { return 0; };
  // All virtual time that passes while JavaScript runs or waits counts as the user's.
  process.cpuUsage = function cpuUsage(previous) {
    const user = Math.floor(binding.now() / 1e3);
    if (previous === undefined) return { user, system: 0 };
    if (previous === null || typeof previous !== 'object') throw invalidArgType('prevValue', 'of type object', previous);
    return { user: user - previous.user, system: 0 - previous.system };
  };
  process.umask = function umask(next) {
    if (next !== undefined) binding.refuse('another umask', 'give the mode of each file');
    return 0o22;
  };
  for (const name of ['getuid', 'geteuid', 'getgid', 'getegid']) process[name] = { [name]() { return 1000; } }[name];
  process.features = { inspector: false, debug: false, uv: true, ipv6: true, tls_alpn: true, tls_sni: true, tls_ocsp: true, tls: true, cached_builtins: true };
})
