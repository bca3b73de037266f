// The console: what is printed is formatted by the Rust side.
(function (binding, internal) {
  'use strict';
  const { refuseMissing, invalidArgType } = internal;
  const counts = new Map();
  const timers = new Map();
  const out = (...args) => binding.print(true, args);
  const err = (...args) => binding.print(false, args);

  function elapsed(label, name) {
    const start = timers.get(label);
    if (start === undefined) {
      internal.process.emitWarning(`No such label '${label}' for console.${name}()`);
      return undefined;
    }
    return duration((binding.now() - start) / 1e6);
  }
  // As Node shows times: the largest unit that is at least one, with at most three decimals.
  function duration(ms) {
    if (ms >= 3600000 || ms >= 60000) {
      const unit = ms >= 3600000 ? ['h:mm', 3600000] : ['m:ss', 60000];
      const whole = Math.floor(ms / unit[1]);
      const rest = unit[1] === 3600000
        ? String(Math.floor(ms % 3600000 / 60000)).padStart(2, '0') + ':' + String(Math.floor(ms % 60000 / 1000)).padStart(2, '0')
        : String((ms % 60000 / 1000).toFixed(3)).padStart(6, '0');
      return `${whole}:${rest} (${unit[1] === 3600000 ? 'h:mm:ss' : 'm:ss.mmm'})`;
    }
    if (ms >= 1000) return `${(ms / 1000).toFixed(3)}s`;
    return `${Number(ms.toFixed(3))}ms`;
  }

  const console = {
    log(...args) { out(...args); },
    warn(...args) { err(...args); },
    dir(value, options) { binding.write(true, binding.groupIndent(binding.inspectWith(value, { customInspect: false, ...options })) + '\n'); },
    time(label = 'default') {
      label = `${label}`;
      if (timers.has(label)) {
        internal.process.emitWarning(`Label '${label}' already exists for console.time()`);
        return;
      }
      timers.set(label, binding.now());
    },
    timeEnd(label = 'default') {
      label = `${label}`;
      const time = elapsed(label, 'timeEnd');
      if (time === undefined) return;
      out('%s: %s', label, time);
      timers.delete(label);
    },
    timeLog(label = 'default', ...data) {
      label = `${label}`;
      const time = elapsed(label, 'timeLog');
      if (time !== undefined) out('%s: %s', label, time, ...data);
    },
    trace(...args) {
      const head = args.length ? `Trace: ${binding.format(args)}` : 'Trace';
      err([head, ...new Error().stack.split('\n').slice(1)].join('\n'));
    },
    table(data, properties) {
      if (data === null || typeof data !== 'object') { out(data); return; }
      if (properties !== undefined && !Array.isArray(properties)) {
        throw invalidArgType('properties', 'an instance of Array', properties);
      }
      out(internal.require('internal/cli_table').tableText(data, properties));
    },
    assert(condition, ...args) {
      if (condition) return;
      if (typeof args[0] === 'string') args[0] = `Assertion failed: ${args[0]}`;
      else args.unshift('Assertion failed');
      err(...args);
    },
    clear() {},
    count(label = 'default') {
      label = `${label}`;
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      out(`${label}: ${count}`);
    },
    countReset(label = 'default') {
      label = `${label}`;
      if (!counts.delete(label)) internal.process.emitWarning(`Count for '${label}' does not exist`);
    },
    group(...data) {
      if (data.length > 0) out(...data);
      binding.indent(2);
    },
    groupEnd() { binding.indent(-2); },
  };
  console.debug = console.log;
  console.info = console.log;
  console.dirxml = console.log;
  console.error = console.warn;
  console.groupCollapsed = console.group;
  Object.defineProperty(console, Symbol.toStringTag, { value: 'console', configurable: true, writable: false });
  refuseMissing(console, 'console.', ['profile', 'profileEnd', 'timeStamp', 'context', 'createTask'], 'use console.log');
  Object.defineProperty(globalThis, 'console', { value: console, writable: true, configurable: true, enumerable: false });
  internal.modules.console = () => console;
})
