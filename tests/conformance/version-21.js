// globals that came with some version
console.log(['globalThis', 'queueMicrotask', 'structuredClone', 'AbortController', 'EventTarget', 'MessageChannel', 'fetch', 'Blob', 'BroadcastChannel',
  'navigator', 'WebSocket', 'CustomEvent', 'Iterator', 'Float16Array', 'SuppressedError', 'DisposableStack', 'WeakRef', 'AggregateError', 'URLPattern', 'Temporal',
  'CloseEvent', 'EventSource', 'File', 'crypto', 'performance'].filter((name) => eval('typeof ' + name) !== 'undefined').join());
console.log(['getBuiltinModule', 'loadEnvFile', 'constrainedMemory', 'finalization', 'ref', 'execve'].filter((name) => typeof process[name] === 'function').join());
