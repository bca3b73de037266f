// readline: lines of a stream that is no terminal.
(function (binding, internal) {
  'use strict';
  const { nodeError, EventEmitter, process } = internal;

  internal.modules['internal/readline'] = () => {
    const { StringDecoder } = internal.require('string_decoder');
    const LINE_END = /\r\n|\n|\r(?!\n)|\u2028|\u2029/g;
    const closedError = () => nodeError(Error, 'ERR_USE_AFTER_CLOSE', 'readline was closed');

    function Interface(input, output, completer, terminal) {
      if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
      EventEmitter.call(this);
      let settings = { input, output, completer, terminal };
      if (input?.input) settings = input;
      if (settings.terminal) binding.refuse('the terminal option of readline', 'leave it out');
      this.line = '';
      this.cursor = 0;
      this.input = settings.input;
      this.output = settings.output;
      this.terminal = false;
      this.closed = false;
      this.paused = false;
      this._prompt = settings.prompt === undefined ? '> ' : `${settings.prompt}`;
      this._question = null;
      this._pending = '';
      this._sawReturn = 0;
      const decoder = new StringDecoder('utf8');
      const onData = (chunk) => { take(this, decoder.write(chunk)); };
      const onEnd = () => {
        const rest = this._pending + decoder.end();
        this._pending = '';
        if (rest.length > 0) give(this, rest);
        this.close();
      };
      const onError = (error) => this.emit('error', error);
      this.input.on('error', onError);
      this.input.on('data', onData);
      this.input.on('end', onEnd);
      this.once('close', () => {
        this.input.removeListener('data', onData);
        this.input.removeListener('end', onEnd);
        this.input.removeListener('error', onError);
      });
      const { signal } = settings;
      if (signal) {
        const abort = () => this.close();
        if (signal.aborted) process.nextTick(abort);
        else {
          signal.addEventListener('abort', abort, { once: true });
          this.once('close', () => signal.removeEventListener('abort', abort));
        }
      }
      this.input.resume();
    }
    Object.setPrototypeOf(Interface.prototype, EventEmitter.prototype);
    Object.setPrototypeOf(Interface, EventEmitter);
    const proto = Interface.prototype;

    function take(rl, text) {
      if (rl._sawReturn && text.startsWith('\n')) text = text.slice(1);
      rl._sawReturn = text.endsWith('\r');
      const parts = (rl._pending + text).split(LINE_END);
      rl._pending = parts.pop();
      for (const line of parts) give(rl, line);
    }
    function give(rl, line) {
      if (rl._question) {
        const answer = rl._question;
        rl._question = null;
        rl.setPrompt(rl._oldPrompt);
        answer(line);
      } else {
        rl.emit('line', line);
      }
    }
    proto.getPrompt = function () { return this._prompt; };
    proto.setPrompt = function (prompt) { this._prompt = prompt; };
    proto.prompt = function () {
      if (this.paused) this.resume();
      this.output?.write(this._prompt);
    };
    proto.question = function (query, options, callback) {
      callback = typeof options === 'function' ? options : callback;
      if (this.closed) throw closedError();
      if (typeof callback !== 'function') return;
      const signal = typeof options === 'object' ? options?.signal : undefined;
      if (signal) {
        if (signal.aborted) return;
        const abort = () => { this._question = null; };
        signal.addEventListener('abort', abort, { once: true });
        const given = callback;
        callback = (answer) => {
          signal.removeEventListener('abort', abort);
          given(answer);
        };
      }
      ask(this, query, callback);
    };
    function ask(rl, query, callback) {
      if (rl._question) {
        rl.prompt();
        return;
      }
      rl._oldPrompt = rl._prompt;
      rl.setPrompt(query);
      rl._question = callback;
      rl.prompt();
    }
    proto.close = function () {
      if (this.closed) return;
      this.pause();
      this.closed = true;
      this.emit('close');
    };
    proto.pause = function () {
      if (this.paused) return undefined;
      this.input.pause();
      this.paused = true;
      this.emit('pause');
      return this;
    };
    proto.resume = function () {
      if (!this.paused) return undefined;
      this.input.resume();
      this.paused = false;
      this.emit('resume');
      return this;
    };
    proto.write = function (data) {
      if (this.closed) throw closedError();
      if (this.paused) this.resume();
      take(this, String(data));
    };
    proto[Symbol.asyncIterator] = function () {
      this._lines ??= linesOf(this);
      return this._lines;
    };
    // Lines wait here until they are asked for.
    function linesOf(rl) {
      const lines = [];
      const asked = [];
      let over = rl.closed;
      const onLine = (line) => {
        if (asked.length) asked.shift()({ value: line, done: false });
        else lines.push(line);
      };
      const finish = () => {
        over = true;
        rl.removeListener('line', onLine);
        for (const resolve of asked.splice(0)) resolve({ value: undefined, done: true });
      };
      rl.on('line', onLine);
      rl.once('close', finish);
      return {
        next() {
          if (lines.length) return Promise.resolve({ value: lines.shift(), done: false });
          if (over) return Promise.resolve({ value: undefined, done: true });
          return new Promise((resolve) => asked.push(resolve));
        },
        return() {
          rl.close();
          finish();
          return Promise.resolve({ value: undefined, done: true });
        },
        throw(error) { return Promise.reject(error); },
        [Symbol.asyncIterator]() { return this; },
      };
    }
    return { Interface, closedError, ask };
  };

  internal.modules.readline = () => {
    const { Interface, closedError } = internal.require('internal/readline');
    Interface.prototype.question[Symbol.for('nodejs.util.promisify.custom')] = function (query, options) {
      return new Promise((resolve) => this.question(query, options, resolve));
    };
    const readline = {
      Interface,
      createInterface: (input, output, completer, terminal) => new Interface(input, output, completer, terminal),
    };
    internal.refuseMissing(readline, 'readline.', ['clearLine', 'clearScreenDown', 'cursorTo', 'emitKeypressEvents', 'moveCursor'], 'standard output is no terminal here');
    Object.defineProperty(readline, 'promises', { enumerable: true, configurable: true, get: () => internal.require('readline/promises') });
    return readline;
  };

  internal.modules['readline/promises'] = () => {
    const { Interface: Base, closedError, ask } = internal.require('internal/readline');
    class Interface extends Base {
      constructor(...args) { return Reflect.construct(Base, args, new.target); }
      question(query, options) {
        return new Promise((resolve, reject) => {
          if (this.closed) {
            reject(closedError());
            return;
          }
          const signal = options?.signal;
          if (signal?.aborted) {
            reject(signal.reason);
            return;
          }
          if (signal) {
            const abort = () => {
              this._question = null;
              reject(signal.reason);
            };
            signal.addEventListener('abort', abort, { once: true });
            ask(this, query, (answer) => {
              signal.removeEventListener('abort', abort);
              resolve(answer);
            });
          } else {
            ask(this, query, resolve);
          }
        });
      }
    }
    const promises = { Interface, createInterface: (...args) => new Interface(...args) };
    internal.refuseMissing(promises, 'readline.promises.', ['Readline'], 'standard output is no terminal here');
    return promises;
  };
})
