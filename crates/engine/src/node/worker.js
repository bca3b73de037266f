// Worker threads: the Worker class of the main thread, and what makes a thread a worker.
(function (binding, internal) {
  'use strict';
  const { invalidArgType, nodeError, process, EventEmitter } = internal;
  const { codes } = internal.errors;
  const { validateString, validateArray } = internal.validators;
  const { serialize, clone } = internal.require('internal/clone');
  const [CONTROL, MESSAGES] = [0, 1];
  const environment = new Map();

  function sendable(value, list) {
    const { value: copy, ports } = serialize(value, list);
    if (ports.length > 0) binding.refuse('a MessagePort that goes to another thread', 'send messages through worker.postMessage and parentPort');
    return copy;
  }
  const listOf = (options) => (options === undefined || options === null || typeof options[Symbol.iterator] === 'function' ? options : options.transfer);

  function isURL(value) {
    return value !== null && typeof value === 'object' && typeof value.href === 'string' && typeof value.protocol === 'string';
  }
  // The path of what a worker runs.
  function pathOf(filename) {
    if (isURL(filename)) {
      if (filename.protocol === 'data:') binding.refuse('a Worker from a data: URL', 'use a file of the scenario, or eval: true');
      return internal.require('url').fileURLToPath(filename);
    }
    if (typeof filename !== 'string') throw invalidArgType('filename', 'of type string or an instance of URL', filename);
    if (filename.startsWith('/') || /^\.\.?[\\/]/.test(filename)) return internal.require('path').resolve(filename);
    let hint = '';
    if (filename.startsWith('file://')) hint = ' Wrap file:// URLs with `new URL`.';
    else if (filename.startsWith('data:text/javascript')) hint = ' Wrap data: URLs with `new URL`.';
    throw nodeError(TypeError, 'ERR_WORKER_PATH', `The worker script or module filename must be an absolute path or a relative path starting with './' or '../'.${hint} Received "${filename}"`);
  }

  let threads = 0;
  class Worker extends EventEmitter {
    #thread;
    #control;
    #messages;
    #early = [];
    #streams = {};
    #stopped;
    constructor(filename, options = {}) {
      super();
      if (options.execArgv) validateArray(options.execArgv, 'options.execArgv');
      if (options.argv) validateArray(options.argv, 'options.argv');
      let path;
      if (options.eval) {
        if (typeof filename !== 'string') throw codes.ERR_INVALID_ARG_VALUE('options.eval', options.eval, "must be false when 'filename' is not a string");
        path = '[worker eval]';
      } else {
        path = pathOf(filename);
      }
      const { SHARE_ENV } = internal.require('worker_threads');
      if (typeof options.env !== 'object' && options.env !== undefined && options.env !== SHARE_ENV) {
        throw invalidArgType('options.env', 'of type object or one of undefined, null, or worker_threads.SHARE_ENV', options.env);
      }
      if (options.env === SHARE_ENV) binding.refuse('SHARE_ENV of worker_threads', 'give the worker an env of its own');
      if (options.name) validateString(options.name, 'options.name');
      for (const name of ['stdin', 'execArgv', 'trackUnmanagedFds', 'transferList']) {
        if (options[name]?.length !== 0 && options[name]) binding.refuse(`the option ${name} of Worker`, 'leave it out');
      }
      this.threadId = ++threads;
      this.resourceLimits = { ...options.resourceLimits };
      const data = {
        path,
        threadId: this.threadId,
        argv: (options.argv ?? []).map(String),
        env: { ...(options.env ?? process.env) },
        workerData: sendable(options.workerData ?? null),
        environment: sendable(environment),
        isEval: Boolean(options.eval),
      };
      this.#control = binding.openChannel(`worker ${this.threadId}`, (event, number) => this.#hear(binding.takeMail(number)));
      this.#messages = binding.openChannel(`messages of worker ${this.threadId}`, (event, number) => this.#receive(number));
      binding.setHandleRef(this.#messages, false);
      if (options.stdout) this.#stream('stdout', true);
      if (options.stderr) this.#stream('stderr', true);
      this.on('newListener', (name) => {
        if (name !== 'message' || this.#thread === undefined) return;
        const early = this.#early;
        this.#early = [];
        for (const number of early) binding.callAgain(this.#messages, number);
      });
      this.#thread = binding.startThread(path, options.eval ? filename : undefined, this.#control, this.#messages, data);
      process.nextTick(() => process.emit('worker', this));
    }
    #stream(name, only) {
      if (this.#streams[name] === undefined) {
        const { Readable } = internal.require('stream');
        this.#streams[name] = { readable: new Readable({ read() {} }), only };
      }
      return this.#streams[name].readable;
    }
    #hear([kind, value]) {
      switch (kind) {
        case 'online': this.emit('online'); return;
        case 'stdout':
        case 'stderr': {
          const stream = this.#streams[kind];
          stream?.readable.push(value);
          if (!stream?.only) process[kind].write(value);
          binding.sendToThread(this.#thread, CONTROL, 'more', kind);
          return;
        }
        case 'error': {
          const { error, own } = clone(value);
          this.emit('error', own ? Object.assign(error, own) : error);
          return;
        }
        case 'exit': this.#exit(value); return;
        default:
      }
    }
    #receive(number) {
      if (this.listenerCount('message') === 0) {
        this.#early.push(number);
        return;
      }
      const [, value] = binding.takeMail(number);
      this.emit('message', clone(value));
    }
    #exit(code) {
      for (const number of binding.takeCalls(this.#messages)) this.#receive(number);
      this.removeAllListeners('message');
      for (const channel of [this.#control, this.#messages]) {
        binding.endChannel(channel);
      }
      this.#thread = undefined;
      this.threadId = -1;
      this.resourceLimits = {};
      for (const { readable } of Object.values(this.#streams)) readable.push(null);
      this.emit('exit', code);
      this.removeAllListeners();
    }
    postMessage(value, options) {
      if (arguments.length === 0) throw nodeError(TypeError, 'ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage');
      const copy = sendable(value, listOf(options));
      if (this.#thread !== undefined) binding.sendToThread(this.#thread, MESSAGES, 'message', copy);
    }
    terminate() {
      if (this.#thread === undefined) return Promise.resolve();
      this.ref();
      binding.stopThread(this.#thread);
      return new Promise((resolve) => { this.once('exit', resolve); });
    }
    ref() { if (this.#thread !== undefined) binding.setHandleRef(this.#control, true); }
    unref() { if (this.#thread !== undefined) binding.setHandleRef(this.#control, false); }
    get stdin() { return null; }
    get stdout() { return this.#stream('stdout', false); }
    get stderr() { return this.#stream('stderr', false); }
  }
  for (const name of ['getHeapSnapshot']) Worker.prototype[name] = internal.refusing(`worker.${name}`, 'leave it out');
  internal.modules['internal/worker'] = () => ({ Worker, environment });

  // In the worker: what its parent gave it. Gives what is called when the parent sends something.
  function setUp(data, control, messages) {
    const { remotePort } = internal.require('internal/messaging');
    const given = clone(data);
    const parent = remotePort((value) => binding.sendToParent(MESSAGES, 'message', value));
    process.argv.splice(1, 1, given.path, ...given.argv);
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, given.env);
    for (const [key, value] of given.environment) environment.set(key, value);
    for (const name of ['abort', 'chdir', 'setuid', 'setgid']) {
      process[name] = () => { throw nodeError(TypeError, 'ERR_WORKER_UNSUPPORTED_OPERATION', `process.${name}() is not supported in workers`); };
    }
    internal.worker = { threadId: given.threadId, parentPort: parent.port, workerData: given.workerData };
    const report = (error) => {
      let copy;
      try {
        const isError = binding.kindOf(error) === 'Error';
        copy = { error: sendable(error), own: isError ? sendable({ ...error }) : undefined };
      } catch { copy = { error: nodeError(Error, 'ERR_WORKER_UNSERIALIZABLE_ERROR', 'Serializing an uncaught exception failed') }; }
      binding.sendToParent(CONTROL, 'error', copy);
    };
    binding.sendToParent(CONTROL, 'online');
    return [
      (event, number) => binding.printMore(binding.takeMail(number)[1]),
      (event, number) => parent.receive(clone(binding.takeMail(number)[1])),
      report,
    ];
  }
  internal.modules['internal/worker_setup'] = () => setUp;
})
