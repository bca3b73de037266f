// What reaches the process from outside: standard input, signals, events on targets that the scenario names.
(function (binding, internal) {
  'use strict';
  const { process } = internal;
  Object.defineProperty(process, 'stdin', {
    configurable: true, enumerable: true, get: () => internal.require('internal/stdin'),
  });

  // The first listener of a signal takes the place of what the system does by default.
  const open = new Map();
  process.on('newListener', (name) => {
    if (typeof name !== 'string' || !name.startsWith('SIG') || open.has(name)) return;
    const number = binding.signalNumber(name);
    if (number === undefined) return;
    if (name === 'SIGKILL' || name === 'SIGSTOP') {
      const error = new Error(`uv_signal_start EINVAL`);
      throw Object.assign(error, { errno: -22, code: 'EINVAL', syscall: 'uv_signal_start' });
    }
    open.set(name, binding.openSignal(name, () => process.emit(name, name, number)));
  });
  process.on('removeListener', (name) => {
    if (open.has(name) && process.listenerCount(name) === 0) {
      binding.closeHandle(open.get(name));
      open.delete(name);
    }
  });
  process.kill = function kill(pid, signal = 'SIGTERM') {
    if (pid != (pid | 0)) throw internal.invalidArgType('pid', 'of type number', pid);
    const name = signal === 0 ? 0 : binding.signalName(signal || 'SIGTERM');
    if (name === undefined) throw internal.nodeError(TypeError, 'ERR_UNKNOWN_SIGNAL', `Unknown signal: ${binding.format(['%s', signal])}`);
    if (pid !== process.pid && pid !== 0) binding.refuse('process.kill of another process', 'use child.kill');
    if (name !== 0) binding.raise(name);
    return true;
  };
  // No listener hears of it; a shell would say 128 and the number of SIGABRT.
  process.abort = function abort() { binding.exit(134); };
  for (const name of binding.targets()) {
    Object.defineProperty(globalThis, name, { value: new EventTarget(), writable: true, configurable: true, enumerable: false });
  }
  if (binding.targets().length > 0) {
    binding.openEvents((event, number) => {
      const [target, type] = binding.eventOf(number);
      globalThis[target].dispatchEvent(new Event(type));
    });
  }
})
