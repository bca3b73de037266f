// child_process: commands that the scenario defines.
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType, process, EventEmitter } = internal;

  internal.modules.child_process = () => {
    const Socket = internal.require('internal/net_socket');
    const { StreamHandle } = internal.require('internal/stream_handle');
    const { setTimeout, clearTimeout } = internal.require('timers');
    const { Buffer } = internal;
    const MAX_BUFFER = 1024 * 1024;
    const quote = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text}'`);

    function ChildProcess() {
      EventEmitter.call(this);
      this._closesNeeded = 1;
      this._closesGot = 0;
      this.connected = false;
      this.signalCode = null;
      this.exitCode = null;
      this.killed = false;
      this.spawnfile = null;
      this._handle = null;
    }
    Object.setPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
    Object.setPrototypeOf(ChildProcess, EventEmitter);

    function missing(syscall, file, args) {
      const error = new Error(`${syscall} ${file} ENOENT`);
      error.errno = -2;
      error.code = 'ENOENT';
      error.syscall = `${syscall} ${file}`;
      error.path = file;
      error.spawnargs = args;
      return error;
    }
    function start(child, { file, args, line, stdio }) {
      child.spawnfile = file;
      child.spawnargs = [file, ...args];
      const started = binding.spawn(line, stdio, (event, code, signal) => onExit(child, code, signal ? binding.signalName(signal) : ''));
      child.stdin = child.stdout = child.stderr = null;
      if (started === null) {
        child._handle = null;
        const error = missing('spawn', file, args);
        process.nextTick(onErrorNT, child, error);
        child.stdio = [];
        makeStreams(child, stdio.map(() => null), stdio);
        return;
      }
      const [id, pid, ...pipes] = started;
      child._handle = id;
      child.pid = pid;
      process.nextTick(onSpawnNT, child);
      makeStreams(child, pipes, stdio);
    }
    function makeStreams(child, pipes, stdio) {
      child.stdio = stdio.map((how, at) => {
        if (how !== 'pipe') return null;
        const handle = pipes[at] == null ? undefined : new StreamHandle(pipes[at]);
        const socket = new Socket({ handle, readable: at > 0, writable: at === 0 });
        if (at > 0 && handle) {
          child._closesNeeded++;
          socket.on('close', () => maybeClose(child));
        } else if (!handle) {
          socket.destroy();
        }
        return socket;
      });
      [child.stdin, child.stdout, child.stderr] = child.stdio;
    }
    function onSpawnNT(child) { child.emit('spawn'); }
    function onErrorNT(child, error) { settle(child, -2, '', error); }
    function onExit(child, code, signal) { settle(child, signal ? null : code, signal); }
    function settle(child, code, signal, error) {
      if (signal) child.signalCode = signal;
      else child.exitCode = code;
      child.stdin?.destroy();
      if (child._handle !== null) binding.closeHandle(child._handle);
      child._handle = null;
      if (error) child.emit('error', error);
      else child.emit('exit', child.exitCode, child.signalCode);
      process.nextTick(flushStreams, child);
      maybeClose(child);
    }
    function flushStreams(child) {
      for (const stream of child.stdio) if (stream?.readable && !stream._readableState.readableListening) stream.resume();
    }
    function maybeClose(child) {
      child._closesGot++;
      if (child._closesGot === child._closesNeeded) child.emit('close', child.exitCode, child.signalCode);
    }
    ChildProcess.prototype.kill = function (signal = 'SIGTERM') {
      const name = binding.signalName(signal);
      if (name === undefined) throw nodeError(TypeError, 'ERR_UNKNOWN_SIGNAL', `Unknown signal: ${signal}`);
      if (this._handle === null) return false;
      binding.killChild(this._handle, name);
      this.killed = true;
      return true;
    };
    ChildProcess.prototype.ref = function () { if (this._handle !== null) binding.setHandleRef(this._handle, true); };
    ChildProcess.prototype.unref = function () { if (this._handle !== null) binding.setHandleRef(this._handle, false); };
    for (const name of ['send', 'disconnect']) {
      ChildProcess.prototype[name] = internal.refusing(`child.${name}`, 'use a Worker, which has messages');
    }

    function normalize(file, args, options) {
      internal.validators.validateString(file, 'file');
      if (file === '') {
        throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', "The argument 'file' cannot be empty. Received ''");
      }
      if (!Array.isArray(args)) {
        if (args != null && typeof args !== 'object') throw invalidArgType('args', 'of type object', args);
        if (args != null) options = args;
        args = [];
      }
      options = { ...options };
      args = args.map(String);
      const line = options.shell ? [file, ...args].join(' ') : [file, ...args.map(quote)].join(' ');
      if (options.shell) [file, args] = ['/bin/sh', ['-c', line]];
      if (options.detached) binding.refuse('the detached option of child_process', 'leave it out');
      return { file, args, options, line, stdio: streams(options.stdio) };
    }
    function streams(stdio = 'pipe') {
      const list = typeof stdio === 'string' ? [stdio, stdio, stdio] : [...stdio];
      while (list.length < 3) list.push('pipe');
      return list.slice(0, 3).map((how, at) => {
        if (how === null || how === undefined) return 'pipe';
        if (how === 'overlapped') return 'pipe';
        if (how === at || how === [process.stdin, process.stdout, process.stderr][at]) return 'inherit';
        if (how !== 'pipe' && how !== 'ignore' && how !== 'inherit') binding.refuse('such a stdio option of child_process', "use 'pipe', 'ignore' or 'inherit'");
        return how;
      });
    }
    function spawn(file, args, options) {
      const command = normalize(file, args, options);
      const child = new ChildProcess();
      start(child, command);
      const { timeout, killSignal, signal } = command.options;
      if (timeout > 0) {
        const timer = setTimeout(() => child.kill(killSignal), timeout);
        child.once('exit', () => clearTimeout(timer));
      }
      if (signal) follow(child, signal, killSignal);
      return child;
    }
    function follow(child, signal, killSignal) {
      const abort = () => {
        if (child.kill(killSignal)) {
          const error = new Error('The operation was aborted', { cause: signal.reason });
          error.code = 'ABORT_ERR';
          error.name = 'AbortError';
          child.emit('error', error);
        }
      };
      if (signal.aborted) {
        process.nextTick(abort);
      } else {
        signal.addEventListener('abort', abort, { once: true });
        child.once('exit', () => signal.removeEventListener('abort', abort));
      }
    }

    function execFile(file, args, options, callback) {
      if (typeof args === 'function') [args, options, callback] = [[], {}, args];
      else if (!Array.isArray(args)) [args, options, callback] = [[], args ?? {}, typeof options === 'function' ? options : callback];
      else if (typeof options === 'function') [options, callback] = [{}, options];
      options = { encoding: 'utf8', timeout: 0, maxBuffer: MAX_BUFFER, killSignal: 'SIGTERM', shell: false, ...options };
      const child = spawn(file, args, { ...options, timeout: 0, stdio: 'pipe' });
      const text = options.encoding && options.encoding !== 'buffer' && Buffer.isEncoding(options.encoding);
      const got = { stdout: [], stderr: [] };
      const size = { stdout: 0, stderr: 0 };
      let failure = null;
      let over = false;
      let killed = false;
      let timer = null;
      const command = [file, ...args].join(' ');
      const whole = (name) => (text ? got[name].join('') : Buffer.concat(got[name]));
      function done(code, signal) {
        if (over) return;
        over = true;
        if (timer) clearTimeout(timer);
        if (!callback) return;
        const [stdout, stderr] = [whole('stdout'), whole('stderr')];
        if (!failure && code === 0 && signal === null) {
          callback(null, stdout, stderr);
          return;
        }
        if (!failure) {
          failure = new Error(`Command failed: ${command}\n${stderr}`);
          Object.assign(failure, { code, killed: child.killed || killed, signal });
        }
        failure.cmd = command;
        callback(failure, stdout, stderr);
      }
      function failed(error) {
        failure = error;
        child.stdout?.destroy();
        child.stderr?.destroy();
        done();
      }
      function stop() {
        child.stdout?.destroy();
        child.stderr?.destroy();
        killed = true;
        try { child.kill(options.killSignal); } catch (error) { failed(error); }
      }
      if (options.timeout > 0) {
        timer = setTimeout(() => {
          stop();
          timer = null;
        }, options.timeout);
      }
      for (const name of ['stdout', 'stderr']) {
        const stream = child[name];
        if (!stream) continue;
        if (text) stream.setEncoding(options.encoding);
        stream.on('data', (chunk) => {
          const length = text ? Buffer.byteLength(chunk, options.encoding) : chunk.length;
          size[name] += length;
          if (size[name] > options.maxBuffer) {
            const room = options.maxBuffer - (size[name] - length);
            got[name].push(chunk.slice(0, room));
            failure = nodeError(RangeError, 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER', `${name} maxBuffer length exceeded`);
            stop();
          } else {
            got[name].push(chunk);
          }
        });
      }
      child.addListener('close', done);
      child.addListener('error', failed);
      return child;
    }
    function exec(command, options, callback) {
      if (typeof options === 'function') [options, callback] = [{}, options];
      internal.validators.validateString(command, 'command');
      return execFile(command, [], { ...options, shell: typeof options?.shell === 'string' ? options.shell : true }, callback);
    }
    for (const fn of [exec, execFile]) {
      Object.defineProperty(fn, Symbol.for('nodejs.util.promisify.custom'), {
        configurable: true,
        value(...args) {
          let child;
          const promise = new Promise((resolve, reject) => {
            child = fn(...args, (error, stdout, stderr) => {
              if (error !== null) reject(Object.assign(error, { stdout, stderr }));
              else resolve({ stdout, stderr });
            });
          });
          promise.child = child;
          return promise;
        },
      });
    }

    // What the command reads.
    const inputText = ({ options: { input } }) => (input == null ? '' : typeof input === 'string' ? input : binding.utf8Decode(input));
    function spawnSync(file, args, options) {
      const command = normalize(file, args, options);
      const result = binding.spawnSync(command.line, command.stdio, Number(command.options.timeout) || 0, inputText(command));
      if (result === null) {
        return { error: missing('spawnSync', command.file, command.args), status: null, signal: null, output: null, pid: 0, stdout: null, stderr: null };
      }
      const [pid, code, signal, out, err, late] = result;
      const { encoding } = command.options;
      const give = (bytes, at) => {
        if (command.stdio[at] !== 'pipe') return null;
        const buffer = internal.toBuffer(bytes);
        return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
      };
      const stdout = give(out, 1);
      const stderr = give(err, 2);
      const status = signal ? null : code;
      const answer = { status, signal: signal || null, output: [null, stdout, stderr], pid, stdout, stderr };
      if (late) {
        const error = new Error(`spawnSync ${command.file} ETIMEDOUT`);
        answer.error = Object.assign(error, { errno: -110, code: 'ETIMEDOUT', syscall: `spawnSync ${command.file}`, path: command.file, spawnargs: command.args });
      }
      return answer;
    }
    function checked(result, command, inherits) {
      if (inherits && result.stderr) process.stderr.write(result.stderr);
      let { error } = result;
      if (!error && result.status !== 0) {
        const stderr = result.stderr?.toString() ?? '';
        error = new Error(`Command failed: ${command}${stderr.length > 0 ? `\n${stderr}` : ''}`);
      }
      if (error) throw Object.assign(error, result);
      return result.stdout;
    }
    function execFileSync(file, args, options) {
      if (!Array.isArray(args)) [args, options] = [[], args];
      const inherits = !options?.stdio;
      return checked(spawnSync(file, args, options), [file, ...args].join(' '), inherits);
    }
    function execSync(command, options) {
      const inherits = !options?.stdio;
      return checked(spawnSync(command, [], { ...options, shell: true }), command, inherits);
    }
    return {
      _forkChild: internal.refusing('child_process._forkChild'), ChildProcess, exec, execFile, execFileSync, execSync,
      fork: internal.refusing('child_process.fork', 'use a Worker'), spawn, spawnSync,
    };
  };
})
