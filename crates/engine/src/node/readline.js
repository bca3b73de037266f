// readline: lines of a stream that is no terminal.
(function (binding, internal) {
  'use strict';
  const { EventEmitter, invalidArgType, nodeError, process, refuseMissing } = internal;
  const { validateString, validateFunction, validateAbortSignal } = internal.validators;
  const { AbortError, codes } = internal.errors;
  const ENDING = /\r\n|\n|\r(?!\n)|\u2028|\u2029/g;

  const Base = class Interface extends EventEmitter {
    #decoder = null;
    #buffer = '';
    #prompt;
    #oldPrompt = '';
    #question = null;
    #abortQuestion = null;
    #onEnd;
    #crlfDelay;
    #returnAt = 0;
    constructor(input, output, completer, terminal) {
      super();
      let signal;
      let options = { input, output, completer, terminal };
      if (input?.input) {
        options = input;
        ({ signal } = options);
        validateAbortSignal(signal, 'options.signal');
      }
      if (options.completer !== undefined && typeof options.completer !== 'function') throw codes.ERR_INVALID_ARG_VALUE('completer', options.completer);
      if (options.terminal) binding.refuse('readline on a terminal', 'leave the option terminal out');
      this.#crlfDelay = options.crlfDelay ? Math.max(100, options.crlfDelay) : 100;
      this.line = '';
      this.input = options.input;
      this.output = options.output;
      this.terminal = false;
      this.closed = false;
      this.paused = false;
      this.#prompt = options.prompt === undefined ? '> ' : `${options.prompt}`;
      const { StringDecoder } = internal.require('string_decoder');
      this.#decoder = new StringDecoder('utf8');
      const onData = (data) => this.#normalWrite(data);
      const onEnd = () => {
        if (this.#buffer.length > 0) {
          const line = this.#buffer;
          this.#buffer = '';
          this.emit('line', line);
        }
        this.close();
      };
      const onError = (error) => { this.emit('error', error); };
      this.input.on('error', onError);
      this.input.on('data', onData);
      this.input.on('end', onEnd);
      this.once('close', () => {
        this.input.removeListener('data', onData);
        this.input.removeListener('end', onEnd);
        this.input.removeListener('error', onError);
      });
      if (signal) {
        const onAbort = () => this.close();
        if (signal.aborted) process.nextTick(onAbort);
        else {
          const disposable = EventEmitter.addAbortListener(signal, onAbort);
          this.once('close', disposable[internal.dispose]);
        }
      }
      this.input.resume();
    }
    get columns() { return this.output?.columns ?? Infinity; }
    getPrompt() { return this.#prompt; }
    setPrompt(prompt) { this.#prompt = prompt; }
    prompt() {
      if (this.paused) this.resume();
      this.#write(this.#prompt);
    }
    #write(text) {
      validateString(text, 'stringToWrite');
      this.output?.write(text);
    }
    question(query, options, callback) {
      callback = typeof options === 'function' ? options : callback;
      if (callback === options) options = {};
      if (options.signal) {
        validateAbortSignal(options.signal, 'options.signal');
        if (options.signal.aborted) return;
        const onAbort = () => this.cancelQuestion();
        options.signal.addEventListener('abort', onAbort, { once: true });
        const given = callback;
        callback = typeof given === 'function' ? (answer) => {
          options.signal.removeEventListener('abort', onAbort);
          return given(answer);
        } : given;
      }
      if (typeof callback === 'function') this.ask(query, callback);
    }
    close() {
      if (this.closed) return;
      this.pause();
      this.closed = true;
      this.emit('close');
    }
    pause() {
      if (this.paused) return;
      this.input.pause();
      this.paused = true;
      this.emit('pause');
      return this;
    }
    resume() {
      if (!this.paused) return;
      this.input.resume();
      this.paused = false;
      this.emit('resume');
      return this;
    }
    write(data) {
      if (this.paused) this.resume();
      this.#normalWrite(data);
    }
    #normalWrite(data) {
      if (data === undefined) return;
      let text = this.#decoder.write(data);
      const now = Date.now();
      if (this.#returnAt && now - this.#returnAt <= this.#crlfDelay) {
        if (text.startsWith('\n')) text = text.slice(1);
        this.#returnAt = 0;
      }
      ENDING.lastIndex = 0;
      if (!ENDING.test(text)) {
        this.#buffer += text;
        return;
      }
      text = this.#buffer + text;
      this.#buffer = '';
      this.#returnAt = text.endsWith('\r') ? now : 0;
      const lines = text.split(ENDING);
      this.#buffer = lines.pop();
      for (const line of lines) this.#onLine(line);
    }
    #onLine(line) {
      if (this.#question === null) {
        this.emit('line', line);
        return;
      }
      const callback = this.#question;
      this.#question = null;
      this.setPrompt(this.#oldPrompt);
      callback(line);
    }
    ask(query, callback) {
      if (this.closed) throw nodeError(Error, 'ERR_USE_AFTER_CLOSE', 'readline was closed');
      if (this.#question !== null) {
        this.prompt();
        return;
      }
      this.#oldPrompt = this.#prompt;
      this.setPrompt(query);
      this.#question = callback;
      this.prompt();
    }
    cancelQuestion() {
      if (this.#question === null) return;
      this.#question = null;
      this.setPrompt(this.#oldPrompt);
    }
    getCursorPos() { return { rows: 0, cols: this.#prompt.length }; }
    [Symbol.asyncIterator]() {
      this.lines ??= internal.require('internal/events').on(this, 'line', { close: ['close'], highWaterMark: 1024, [internal.firstParameter]: true });
      return this.lines;
    }
  };
  const ask = Base.prototype.ask;
  const cancel = Base.prototype.cancelQuestion;
  for (const name of ['ask', 'cancelQuestion']) Object.defineProperty(Base.prototype, name, { enumerable: false });
  // Since Node 17 those with callbacks and those with promises have one ancestor.
  const Interface = internal.major < 17 ? Base : class Interface extends Base {};
  if (Interface !== Base) Object.defineProperty(Interface.prototype, 'question', Object.getOwnPropertyDescriptor(Base.prototype, 'question'));
  Object.defineProperty(Interface.prototype.question, Symbol.for('nodejs.util.promisify.custom'), {
    value: function question(query, options) { return answer(this, query, options); }, enumerable: true, configurable: true, writable: true,
  });
  function answer(readline, query, options) {
    const signal = options?.signal;
    return new Promise((resolve, reject) => {
      let give = resolve;
      if (signal) {
        validateAbortSignal(signal, 'options.signal');
        if (signal.aborted) {
          reject(new AbortError(undefined, { cause: signal.reason }));
          return;
        }
        const onAbort = () => {
          cancel.call(readline);
          reject(new AbortError(undefined, { cause: signal.reason }));
        };
        signal.addEventListener('abort', onAbort, { once: true });
        give = (line) => {
          signal.removeEventListener('abort', onAbort);
          resolve(line);
        };
      }
      ask.call(readline, query, give);
    });
  }

  const escapes = (name, make) => ({ [name](stream, ...args) {
    const callback = typeof internal.last(args) === 'function' ? args.pop() : undefined;
    if (stream === null || stream === undefined) {
      if (callback) process.nextTick(callback, null);
      return true;
    }
    return stream.write(make(...args), callback);
  } })[name];
  const cursorTo = escapes('cursorTo', (x, y) => {
    if (Number.isNaN(x)) throw codes.ERR_INVALID_ARG_VALUE('x', x);
    return typeof y === 'number' ? `\u001b[${y + 1};${x + 1}H` : `\u001b[${x + 1}G`;
  });
  const moveCursor = escapes('moveCursor', (dx, dy) =>
    (dx < 0 ? `\u001b[${-dx}D` : dx > 0 ? `\u001b[${dx}C` : '') + (dy < 0 ? `\u001b[${-dy}A` : dy > 0 ? `\u001b[${dy}B` : ''));
  const clearLine = escapes('clearLine', (direction) => (direction < 0 ? '\u001b[1K' : direction > 0 ? '\u001b[0K' : '\u001b[2K'));
  const clearScreenDown = escapes('clearScreenDown', () => '\u001b[0J');

  internal.firstParameter ??= Symbol('first parameter');
  internal.modules['readline/promises'] = () => {
    class PromisesInterface extends Base {
      question(query, options = {}) { return answer(this, query, options); }
    }
    Object.defineProperty(PromisesInterface, 'name', { value: 'Interface' });
    const promises = {
      Interface: PromisesInterface,
      createInterface(input, output, completer, terminal) { return new PromisesInterface(input, output, completer, terminal); },
    };
    refuseMissing(promises, 'readline/promises.', ['Readline'], 'use readline.cursorTo');
    return promises;
  };
  internal.modules.readline = () => {
    const readline = {
      Interface, clearLine, clearScreenDown,
      createInterface(input, output, completer, terminal) { return new Interface(input, output, completer, terminal); },
      cursorTo, moveCursor,
    };
    refuseMissing(readline, 'readline.', ['emitKeypressEvents'], 'read lines');
    Object.defineProperty(readline, 'promises', { configurable: true, enumerable: true, get: () => internal.require('readline/promises') });
    return readline;
  };
})
