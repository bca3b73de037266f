// Headers, as the Fetch standard has them.
(function (binding, internal) {
  'use strict';
  const kInspect = Symbol.for('nodejs.util.inspect.custom');
  const kGuard = Symbol('guard');
  const NAME = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
  // Node 18 shows all that is inside.
  function checkShown(name) {
    if (internal.process.version.startsWith('v18.')) binding.refuse(`showing a ${name} of Node 18`, 'show what it holds');
  }
  const lower = (name) => name.toLowerCase();
  const failure = (text) => new TypeError(text);

  function need(count, given, method) {
    if (given < count) throw failure(`Headers.${method}: ${count} argument${count === 1 ? '' : 's'} required, but${given ? ' only' : ''} ${given} found.`);
  }
  function byteString(value, method) {
    const text = `${value}`;
    for (let at = 0; at < text.length; at++) {
      if (text.charCodeAt(at) > 255) {
        throw failure(`Cannot convert argument to a ByteString because the character at index ${at} has a value of ${text.charCodeAt(at)} which is greater than 255.`);
      }
    }
    return text;
  }
  function checkName(name, method) {
    if (!NAME.test(name)) throw failure(`Headers.${method}: "${name}" is an invalid header name.`);
  }
  function checkValue(value, method) {
    if (/[\0\r\n]/.test(value)) throw failure(`Headers.${method}: "${value}" is an invalid header value.`);
  }
  const normal = (value) => value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');

  class Headers {
    // By name in small letters: the name as it was given, and the value.
    #list = new Map();
    #cookies = [];
    constructor(init = undefined) {
      if (init === undefined || init === kGuard) return;
      this.#fill(init);
    }
    #fill(init) {
      if (init === null || (typeof init !== 'object' && typeof init !== 'function')) {
        throw failure('Headers constructor: Argument 1 could not be converted to one of: sequence<sequence<ByteString>>, record<ByteString, ByteString>.');
      }
      if (typeof init[Symbol.iterator] === 'function') {
        for (const pair of init) {
          const list = [...pair];
          if (list.length !== 2) throw failure(`Headers constructor: expected name/value pair to be length 2, found ${list.length}.`);
          this.append(list[0], list[1]);
        }
        return;
      }
      for (const key of Reflect.ownKeys(init)) {
        if (!Object.getOwnPropertyDescriptor(init, key)?.enumerable) continue;
        if (typeof key === 'symbol') throw failure(`Cannot convert a Symbol value to a string`);
        this.append(key, init[key]);
      }
    }
    append(name, value) {
      need(2, arguments.length, 'append');
      name = byteString(name);
      value = normal(byteString(value));
      checkName(name, 'append');
      checkValue(value, 'append');
      const known = this.#list.get(lower(name));
      if (lower(name) === 'set-cookie') this.#cookies.push(value);
      const joiner = lower(name) === 'cookie' ? '; ' : ', ';
      if (known) known.value += joiner + value;
      else this.#list.set(lower(name), { name, value });
    }
    delete(name) {
      need(1, arguments.length, 'delete');
      name = byteString(name);
      checkName(name, 'delete');
      if (lower(name) === 'set-cookie') this.#cookies = [];
      this.#list.delete(lower(name));
    }
    get(name) {
      need(1, arguments.length, 'get');
      name = byteString(name);
      checkName(name, 'get');
      return this.#list.get(lower(name))?.value ?? null;
    }
    has(name) {
      need(1, arguments.length, 'has');
      name = byteString(name);
      checkName(name, 'has');
      return this.#list.has(lower(name));
    }
    set(name, value) {
      need(2, arguments.length, 'set');
      name = byteString(name);
      value = normal(byteString(value));
      checkName(name, 'set');
      checkValue(value, 'set');
      if (lower(name) === 'set-cookie') this.#cookies = [value];
      const known = this.#list.get(lower(name));
      if (known) known.value = value;
      else this.#list.set(lower(name), { name, value });
    }
    getSetCookie() { return [...this.#cookies]; }
    #sorted() {
      const entries = [];
      for (const key of [...this.#list.keys()].sort()) {
        if (key === 'set-cookie') for (const cookie of this.#cookies) entries.push([key, cookie]);
        else entries.push([key, this.#list.get(key).value]);
      }
      return entries;
    }
    *entries() { yield* this.#sorted(); }
    *keys() { for (const [key] of this.#sorted()) yield key; }
    *values() { for (const [, value] of this.#sorted()) yield value; }
    forEach(callback, self = undefined) {
      need(1, arguments.length, 'forEach');
      if (typeof callback !== 'function') throw failure("Failed to execute 'forEach' on 'Headers': parameter 1 is not of type 'Function'.");
      for (const [key, value] of this.#sorted()) Reflect.apply(callback, self, [value, key, this]);
    }
    [kInspect](depth, options) {
      checkShown('Headers');
      return `Headers ${binding.inspectWith(internal.fromEntries([...this.#list.values()].map(({ name, value }) => [name, value])), options)}`;
    }
    // As they are sent: the names as they were given.
    static raw(headers) {
      const raw = [];
      for (const [key, { name, value }] of headers.#list) {
        if (key === 'set-cookie') for (const cookie of headers.#cookies) raw.push([name, cookie]);
        else raw.push([name, value]);
      }
      return raw;
    }
  }
  const { raw } = Headers;
  delete Headers.raw;
  Object.defineProperty(Headers.prototype, Symbol.iterator, { value: Headers.prototype.entries, writable: true, configurable: true });
  Object.defineProperty(Headers.prototype, Symbol.toStringTag, { value: 'Headers', configurable: true });
  for (const name of ['append', 'delete', 'get', 'has', 'set', 'getSetCookie', 'keys', 'values', 'entries', 'forEach']) {
    Object.defineProperty(Headers.prototype, name, { enumerable: true });
  }
  internal.modules['internal/fetch_headers'] = () => ({ Headers, raw, checkShown });
})
