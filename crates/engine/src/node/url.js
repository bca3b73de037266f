// URL and URLSearchParams as the URL standard has them, and the older functions of the module url.
(function (binding, internal) {
  'use strict';
  const { nodeError, invalidArgType } = internal;
  const { codes } = internal.errors;
  const { validateString } = internal.validators;
  const custom = Symbol.for('nodejs.util.inspect.custom');
  const PORTS = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21', 'file:': '' };
  const isSpecial = (scheme) => internal.hasOwn(PORTS, scheme);

  // Percent-encodes what is outside of printable ASCII, and what `set` matches.
  function encode(text, set) {
    return internal.toWellFormed(text).replace(/[\s\S]/gu, (character) => {
      const code = character.codePointAt(0);
      if (code > 0x20 && code < 0x7f && !set.test(character)) return character;
      if (code === 0x20 && !set.test(' ')) return character;
      return Array.from(binding.encode(character, 'utf8'), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
    });
  }
  const FRAGMENT = /[ "<>`]/;
  const QUERY = /[ "#<>]/;
  const SPECIAL_QUERY = /[ "#<>']/;
  const PATH = /[ "#<>?`{}^]/;
  const USERINFO = /[ "#<>?`{}/:;=@[\\\]^|]/;
  const OPAQUE = /[^\s\S]/;

  function decodePercent(text) {
    if (!text.includes('%')) return text;
    return internal.require('querystring').unescapeBuffer(encode(text, OPAQUE), false).toString();
  }
  // Dotted numbers: decimal, octal, hexadecimal, the last one fills what is left.
  function parseV4(host) {
    const parts = host.split('.');
    if (internal.last(parts) === '' && parts.length > 1) parts.pop();
    const isNumber = (part) => /^(\d+|0x[0-9a-f]*)$/i.test(part);
    if (!isNumber(internal.last(parts))) return host;
    if (parts.length > 4) return null;
    const numbers = parts.map((part) => {
      if (part === '' || !isNumber(part)) return NaN;
      if (/^0x/i.test(part)) return part.length === 2 ? 0 : parseInt(part.slice(2), 16);
      if (part.length > 1 && part[0] === '0') return /^[0-7]+$/.test(part) ? parseInt(part, 8) : NaN;
      return parseInt(part, 10);
    });
    const last = numbers.pop();
    if (numbers.some((number) => !(number < 256)) || !(last < 256 ** (4 - numbers.length))) return null;
    let value = last;
    numbers.forEach((number, at) => { value += number * 256 ** (3 - at); });
    return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
  }
  function parseV6(text) {
    let tail = [];
    const v4 = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
    if (v4) {
      const bytes = v4.slice(2).map(Number);
      if (bytes.some((byte) => byte > 255)) return null;
      tail = [bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3]];
      text = v4[1].endsWith('::') ? v4[1] : v4[1].slice(0, -1);
    }
    const halves = text.split('::');
    if (halves.length > 2) return null;
    const pieces = halves.map((half) => (half === '' ? [] : half.split(':')));
    if (internal.flattened(pieces).some((piece) => !/^[0-9a-f]{1,4}$/i.test(piece))) return null;
    const numbers = pieces.map((half) => half.map((piece) => parseInt(piece, 16)));
    internal.last(numbers).push(...tail);
    const count = internal.flattened(numbers).length;
    if (halves.length === 1 ? count !== 8 : count > 7) return null;
    const whole = halves.length === 1 ? numbers[0] : [...numbers[0], ...Array(8 - count).fill(0), ...numbers[1]];
    // The longest run of zeros is left out.
    let [best, length] = [-1, 1];
    for (let at = 0; at < 8; at++) {
      let run = 0;
      while (at + run < 8 && whole[at + run] === 0) run++;
      if (run > length) [best, length] = [at, run];
    }
    const hex = whole.map((number) => number.toString(16));
    if (best < 0) return hex.join(':');
    return `${hex.slice(0, best).join(':')}::${hex.slice(best + length).join(':')}`;
  }
  function parseHost(host, special) {
    if (host.startsWith('[')) {
      const inner = host.endsWith(']') ? parseV6(host.slice(1, -1)) : null;
      return inner === null ? null : `[${inner}]`;
    }
    if (!special) return /[\0\t\n\r #/:<>?@[\\\]^|]/.test(host) ? null : encode(host, OPAQUE);
    const name = decodePercent(host).toLowerCase();
    if (/[^\0-\x7f]/.test(name)) binding.refuse('a host name outside of ASCII', 'write the name in its xn-- form');
    if (name === '' || /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/.test(name)) return null;
    return parseV4(name);
  }

  const isDrive = (part) => /^[a-z][:|]$/i.test(part);
  function cleanPath(raw, special, scheme, before) {
    const path = before ?? [];
    const parts = raw.split(special ? /[/\\]/ : '/');
    parts.forEach((part, at) => {
      const isLast = at === parts.length - 1;
      const plain = part.replace(/%2e/gi, '.');
      if (plain === '..') {
        if (!(scheme === 'file:' && path.length === 1 && isDrive(path[0]))) path.pop();
        if (isLast) path.push('');
      } else if (plain === '.') {
        if (isLast) path.push('');
      } else {
        const encoded = encode(part, PATH);
        path.push(scheme === 'file:' && path.length === 0 && isDrive(encoded) ? `${encoded[0]}:` : encoded);
      }
    });
    return path;
  }

  // The parts of a URL; null if the text is none. `base` has such parts too.
  function parse(input, base) {
    input = input.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
    const url = { scheme: '', username: '', password: '', host: null, port: '', path: [], opaque: null, query: null, fragment: null };
    const hash = input.indexOf('#');
    if (hash >= 0) {
      url.fragment = encode(input.slice(hash + 1), FRAGMENT);
      input = input.slice(0, hash);
    }
    const match = /^([a-z][a-z0-9+.-]*):/i.exec(input);
    let rest = input;
    if (match) {
      url.scheme = `${match[1].toLowerCase()}:`;
      rest = input.slice(match[0].length);
    } else if (!base) {
      return null;
    } else {
      url.scheme = base.scheme;
    }
    const special = isSpecial(url.scheme);
    const takeQuery = () => {
      const at = rest.indexOf('?');
      if (at < 0) return false;
      url.query = encode(rest.slice(at + 1), special ? SPECIAL_QUERY : QUERY);
      rest = rest.slice(0, at);
      return true;
    };
    const slash = special ? /^[/\\]/ : /^\//;
    const slashes = special ? /^[/\\]{2}/ : /^\/\//;
    const isRelative = !match || (special && base?.scheme === url.scheme && !slashes.test(rest) && url.scheme !== 'file:');
    if (base && base.opaque !== null && !match) {
      if (rest !== '' || hash < 0) return null;
      return { ...base, path: [], fragment: url.fragment };
    }
    const asksQuery = takeQuery();
    if (base && (isRelative || (url.scheme === 'file:' && base.scheme === 'file:')) && !slashes.test(rest)) {
      for (const key of ['username', 'password', 'host', 'port']) url[key] = base[key];
      if (rest === '') {
        url.path = base.path.slice();
        if (!asksQuery) url.query = base.query;
      } else if (slash.test(rest)) {
        url.path = cleanPath(rest.slice(1), special, url.scheme);
      } else {
        url.path = cleanPath(rest, special, url.scheme, base.path.slice(0, -1));
      }
      return url;
    }
    if (special && url.scheme !== 'file:') {
      rest = rest.replace(/^[/\\]*/, '');
      return authority(url, rest, special) ? url : null;
    }
    if (slashes.test(rest)) return authority(url, rest.slice(2), special) ? url : null;
    if (url.scheme === 'file:') {
      url.host = '';
      url.path = cleanPath(rest.replace(slash, ''), special, url.scheme);
      return url;
    }
    if (rest.startsWith('/')) {
      url.path = cleanPath(rest.slice(1), special, url.scheme);
      return url;
    }
    url.opaque = encode(rest, OPAQUE);
    return url;
  }
  function authority(url, text, special) {
    const end = text.search(special ? /[/\\]/ : /\//);
    const whole = end < 0 ? text : text.slice(0, end);
    const path = end < 0 ? null : text.slice(end + 1);
    const at = whole.lastIndexOf('@');
    let host = whole.slice(at + 1);
    if (at >= 0) {
      const [name, ...password] = whole.slice(0, at).split(':');
      url.username = encode(name, USERINFO);
      url.password = encode(password.join(':'), USERINFO);
      if (host === '') return false;
    }
    if (url.scheme === 'file:') {
      if (isDrive(host)) {
        url.host = '';
        url.path = cleanPath(path === null ? host : `${host}/${path}`, special, url.scheme);
        return true;
      }
    } else {
      const port = /:(\d*)$/.exec(host);
      if (port) {
        host = host.slice(0, port.index);
        if (Number(port[1]) > 65535) return false;
        url.port = port[1] === '' ? '' : `${Number(port[1])}`;
        if (url.port === PORTS[url.scheme]) url.port = '';
      } else if (/:[^\]]*$/.test(host)) {
        return false;
      }
    }
    if (host === '') {
      if (special && url.scheme !== 'file:') return false;
      url.host = '';
    } else {
      url.host = parseHost(host, special);
      if (url.host === null) return false;
      if (url.scheme === 'file:' && url.host === 'localhost') url.host = '';
    }
    url.path = path === null ? (special ? [''] : []) : cleanPath(path, special, url.scheme);
    return true;
  }
  const pathOf = (url) => url.opaque ?? (url.path.length > 0 ? `/${url.path.join('/')}` : '');
  function serialize(url) {
    let text = url.scheme;
    if (url.host !== null) {
      text += '//';
      if (url.username !== '' || url.password !== '') text += `${url.username}${url.password === '' ? '' : `:${url.password}`}@`;
      text += url.host + (url.port === '' ? '' : `:${url.port}`);
    } else if (url.opaque === null && url.path.length > 1 && url.path[0] === '') {
      text += '/.';
    }
    return text + pathOf(url) + (url.query === null ? '' : `?${url.query}`) + (url.fragment === null ? '' : `#${url.fragment}`);
  }

  function parseForm(text) {
    const { unescapeBuffer } = internal.require('querystring');
    return text.split('&').filter((part) => part !== '').map((part) => {
      const at = part.indexOf('=');
      const decode = (piece) => unescapeBuffer(encode(piece.replace(/\+/g, ' '), OPAQUE), false).toString();
      return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
    });
  }
  const formEncode = (text) => encode(text, /[^A-Za-z0-9*\-._ ]/).replace(/ |%20/g, '+');
  const toText = (value) => internal.toWellFormed(`${value}`);

  class URLSearchParams {
    #list = [];
    #update = null;
    constructor(init = undefined) {
      if (init === undefined || init === null) return;
      if (typeof init === 'object' || typeof init === 'function') {
        const method = init[Symbol.iterator];
        if (method === this[Symbol.iterator] && #list in init) {
          this.#list = init.#list.map((pair) => [...pair]);
        } else if (method != null) {
          if (typeof method !== 'function') throw nodeError(TypeError, 'ERR_ARG_NOT_ITERABLE', 'Query pairs must be iterable');
          for (const pair of init) {
            const tuple = () => nodeError(TypeError, 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple');
            if (pair == null) throw tuple();
            if (typeof pair !== 'object' && typeof pair !== 'function' || typeof pair[Symbol.iterator] !== 'function') throw tuple();
            const items = [...pair];
            if (items.length !== 2) throw tuple();
            this.#list.push(items.map(toText));
          }
        } else {
          for (const key of Reflect.ownKeys(init)) {
            if (typeof key === 'string' && Object.prototype.propertyIsEnumerable.call(init, key)) this.#set(toText(key), toText(init[key]));
          }
        }
        return;
      }
      const text = toText(init);
      this.#list = parseForm(text.startsWith('?') ? text.slice(1) : text);
    }
    static attach(params, query, update) {
      params.#list = parseForm(query ?? '');
      params.#update = update;
    }
    static #check(value) { if (!(typeof value === 'object' && value !== null && #list in value)) throw codes.ERR_INVALID_THIS('URLSearchParams'); }
    #set(name, value) {
      const at = this.#list.findIndex(([key]) => key === name);
      if (at < 0) {
        this.#list.push([name, value]);
        return;
      }
      this.#list[at][1] = value;
      this.#list = this.#list.filter(([key], index) => key !== name || index === at);
    }
    #changed() { this.#update?.(this.toString()); }
    get size() { URLSearchParams.#check(this); return this.#list.length; }
    append(name, value) {
      URLSearchParams.#check(this);
      if (arguments.length < 2) throw codes.ERR_MISSING_ARGS('name', 'value');
      this.#list.push([toText(name), toText(value)]);
      this.#changed();
    }
    delete(name, value = undefined) {
      URLSearchParams.#check(this);
      if (arguments.length < 1) throw codes.ERR_MISSING_ARGS('name');
      name = toText(name);
      this.#list = this.#list.filter(([key, content]) => key !== name || (value !== undefined && content !== toText(value)));
      this.#changed();
    }
    get(name) {
      URLSearchParams.#check(this);
      if (arguments.length < 1) throw codes.ERR_MISSING_ARGS('name');
      name = toText(name);
      return this.#list.find(([key]) => key === name)?.[1] ?? null;
    }
    getAll(name) {
      URLSearchParams.#check(this);
      if (arguments.length < 1) throw codes.ERR_MISSING_ARGS('name');
      name = toText(name);
      return this.#list.filter(([key]) => key === name).map(([, value]) => value);
    }
    has(name, value = undefined) {
      URLSearchParams.#check(this);
      if (arguments.length < 1) throw codes.ERR_MISSING_ARGS('name');
      name = toText(name);
      return this.#list.some(([key, content]) => key === name && (value === undefined || content === toText(value)));
    }
    set(name, value) {
      URLSearchParams.#check(this);
      if (arguments.length < 2) throw codes.ERR_MISSING_ARGS('name', 'value');
      this.#set(toText(name), toText(value));
      this.#changed();
    }
    sort() {
      this.#list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      this.#changed();
    }
    entries() { return iterate(this, this.#list, 'entries'); }
    forEach(callback, thisArg = undefined) {
      URLSearchParams.#check(this);
      internal.validators.validateFunction(callback, 'callback');
      for (const [key, value] of this.#list) Reflect.apply(callback, thisArg, [value, key, this]);
    }
    keys() { return iterate(this, this.#list, 'keys'); }
    values() { return iterate(this, this.#list, 'values'); }
    toString() {
      URLSearchParams.#check(this);
      return this.#list.map(([key, value]) => `${formEncode(key)}=${formEncode(value)}`).join('&');
    }
    [custom](depth, options, inspect) {
      if (depth !== null && depth < 0) return '[Object]';
      const parts = this.#list.map(([key, value]) => `${inspect(key, options)} => ${inspect(value, options)}`);
      const long = parts.join(', ').length > (options.breakLength ?? 80);
      if (parts.length === 0) return 'URLSearchParams {}';
      return long ? `URLSearchParams {\n  ${parts.join(',\n  ')} }` : `URLSearchParams { ${parts.join(', ')} }`;
    }
  }
  const iteratorPrototype = Object.create(Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())), {
    [Symbol.toStringTag]: { value: 'URLSearchParams Iterator', configurable: true },
  });
  const states = new WeakMap();
  Object.defineProperty(iteratorPrototype, 'next', { configurable: true, enumerable: true, writable: true, value: function next() {
    const state = states.get(this);
    if (state === undefined) throw codes.ERR_INVALID_THIS('URLSearchParamsIterator');
    const pair = state.list[state.at++];
    if (pair === undefined) return { value: undefined, done: true };
    const value = state.kind === 'keys' ? pair[0] : state.kind === 'values' ? pair[1] : [pair[0], pair[1]];
    return { value, done: false };
  } });
  Object.defineProperty(iteratorPrototype, custom, { configurable: true, writable: true, value(depth, options, inspect) {
    const { list, at, kind } = states.get(this);
    const rest = list.slice(at).map((pair) => (kind === 'keys' ? pair[0] : kind === 'values' ? pair[1] : pair));
    const lines = inspect(rest, options).includes('\n');
    const texts = rest.map((one) => inspect(one, options));
    return lines ? `URLSearchParams Iterator {\n  ${texts.join(',\n  ')} }` : `URLSearchParams Iterator { ${texts.join(', ')} }`;
  } });
  function iterate(params, list, kind) {
    const iterator = Object.create(iteratorPrototype);
    states.set(iterator, { list, at: 0, kind });
    return iterator;
  }
  const { attach } = URLSearchParams;
  delete URLSearchParams.attach;
  Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, { value: URLSearchParams.prototype.entries, writable: true, configurable: true });

  function invalidUrl(input, base) {
    const error = nodeError(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
    error.input = input;
    if (base !== undefined) error.base = base;
    return error;
  }
  class URL {
    #url;
    #params = null;
    constructor(input, base = undefined) {
      if (arguments.length === 0) throw codes.ERR_MISSING_ARGS('url');
      input = `${input}`;
      if (base !== undefined) base = `${base}`;
      const parsed = parseWith(input, base);
      if (parsed === null) throw invalidUrl(input, base);
      this.#url = parsed;
    }
    static parse(url, base = undefined) {
      if (arguments.length === 0) throw internal.errors.codes.ERR_MISSING_ARGS('url');
      return URL.canParse(url, base) ? new URL(url, base) : null;
    }
    static canParse(url, base = undefined) {
      if (arguments.length === 0) throw codes.ERR_MISSING_ARGS('url');
      return parseWith(`${url}`, base === undefined ? undefined : `${base}`) !== null;
    }
    static createObjectURL() { return binding.refuse('URL.createObjectURL', 'keep the data in a variable'); }
    static revokeObjectURL() { return binding.refuse('URL.revokeObjectURL', ''); }
    static is(value) { return typeof value === 'object' && value !== null && #url in value; }
    #refresh() { if (this.#params) this.#attach(); }
    #attach() {
      attach(this.#params, this.#url.query, (query) => { this.#url.query = query === '' ? null : query; });
    }
    // Another URL with the same parts, one of which was parsed anew; null if it cannot be.
    #with(text) {
      const parsed = parse(text);
      if (parsed !== null) this.#url = parsed;
      return parsed !== null;
    }
    get #hasNoHost() { return this.#url.host === null || this.#url.host === '' || this.#url.scheme === 'file:'; }
    toString() { return serialize(this.#url); }
    get href() { return serialize(this.#url); }
    set href(value) {
      const parsed = parse(`${value}`);
      if (parsed === null) throw invalidUrl(`${value}`);
      this.#url = parsed;
      this.#refresh();
    }
    get origin() {
      const { scheme, host, port, opaque } = this.#url;
      if (scheme === 'blob:' && opaque) {
        const inner = parse(opaque);
        return inner && ['http:', 'https:'].includes(inner.scheme) ? new URL(opaque).origin : 'null';
      }
      return isSpecial(scheme) && scheme !== 'file:' ? `${scheme}//${host}${port === '' ? '' : `:${port}`}` : 'null';
    }
    get protocol() { return this.#url.scheme; }
    set protocol(value) {
      const match = /^([a-z][a-z0-9+.-]*)(:|$)/i.exec(`${value}`);
      if (!match) return;
      const scheme = `${match[1].toLowerCase()}:`;
      if (isSpecial(scheme) !== isSpecial(this.#url.scheme) || (scheme === 'file:' && (this.#url.username !== '' || this.#url.port !== ''))) return;
      this.#url.scheme = scheme;
      if (this.#url.port === PORTS[scheme]) this.#url.port = '';
    }
    get username() { return this.#url.username; }
    set username(value) { if (!this.#hasNoHost) this.#url.username = encode(`${value}`, USERINFO); }
    get password() { return this.#url.password; }
    set password(value) { if (!this.#hasNoHost) this.#url.password = encode(`${value}`, USERINFO); }
    get host() { return `${this.#url.host ?? ''}${this.#url.port === '' ? '' : `:${this.#url.port}`}`; }
    set host(value) { this.#setHost(`${value}`, true); }
    get hostname() { return this.#url.host ?? ''; }
    set hostname(value) { this.#setHost(`${value}`, false); }
    #setHost(value, withPort) {
      if (this.#url.opaque !== null) return;
      const text = value.split(/[/?#\\]/)[0];
      const probe = { ...this.#url, path: [], port: withPort ? this.#url.port : '' };
      const port = /:\d*$/.exec(text);
      if ((port && !withPort && !text.endsWith(']')) || text.includes('@')) return;
      if (!authority(probe, text, isSpecial(this.#url.scheme))) return;
      this.#url.host = probe.host;
      if (withPort && port) this.#url.port = probe.port;
    }
    get port() { return this.#url.port; }
    set port(value) {
      if (this.#hasNoHost) return;
      const text = `${value}`;
      const digits = /^\d+/.exec(text.replace(/[\t\n\r]/g, ''));
      if (text === '') this.#url.port = '';
      else if (digits && Number(digits[0]) <= 65535) {
        const port = `${Number(digits[0])}`;
        this.#url.port = port === PORTS[this.#url.scheme] ? '' : port;
      }
    }
    get pathname() { return pathOf(this.#url); }
    set pathname(value) {
      if (this.#url.opaque !== null) return;
      const special = isSpecial(this.#url.scheme);
      const text = `${value}`.replace(/[\t\n\r]/g, '');
      this.#url.path = text === '' && !special ? [] : cleanPath(text.replace(special ? /^[/\\]/ : /^\//, ''), special, this.#url.scheme);
    }
    get search() { return this.#url.query ? `?${this.#url.query}` : ''; }
    set search(value) {
      const text = `${value}`.replace(/^\?/, '').replace(/[\t\n\r]/g, '');
      this.#url.query = `${value}` === '' ? null : encode(text, isSpecial(this.#url.scheme) ? SPECIAL_QUERY : QUERY);
      this.#refresh();
    }
    get searchParams() {
      if (this.#params === null) {
        this.#params = new URLSearchParams();
        this.#attach();
      }
      return this.#params;
    }
    get hash() { return this.#url.fragment ? `#${this.#url.fragment}` : ''; }
    set hash(value) {
      const text = `${value}`.replace(/^#/, '').replace(/[\t\n\r]/g, '');
      this.#url.fragment = `${value}` === '' ? null : encode(text, FRAGMENT);
    }
    toJSON() { return serialize(this.#url); }
    [custom](depth, options, inspect) {
      if (this == null || Object.getPrototypeOf(this) === null) return this;
      if (typeof depth === 'number' && depth < 0) return this;
      const shown = { __proto__: { constructor: this.constructor === URL ? URL : this.constructor } };
      for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'searchParams', 'hash']) {
        shown[name] = this[name];
      }
      return `${this.constructor.name} ${inspect(shown, options).replace(/^\S+ (?=\{)/, '')}`;
    }
  }
  const isURL = URL.is;
  delete URL.is;
  function parseWith(input, base) {
    if (base === undefined) return parse(input);
    const parsed = parse(base);
    return parsed === null ? null : parse(input, parsed);
  }
  for (const [type, skipped] of [[URL, ['constructor']], [URLSearchParams, ['constructor']]]) {
    for (const name of Object.getOwnPropertyNames(type.prototype)) {
      if (!skipped.includes(name)) Object.defineProperty(type.prototype, name, { enumerable: true });
    }
    Object.defineProperty(type.prototype, Symbol.toStringTag, { value: type.name, configurable: true });
  }
  if (internal.major < 20) delete URL.parse;
  for (const name of ['parse', 'canParse', 'createObjectURL', 'revokeObjectURL']) Object.defineProperty(URL, name, { enumerable: true });
  internal.isURL = isURL;
  internal.modules['internal/url'] = () => ({ URL, URLSearchParams });

  function fileURLToPath(path) {
    if (typeof path === 'string') path = new URL(path);
    else if (!isURL(path)) throw invalidArgType('path', ['string', 'URL'], path);
    if (path.protocol !== 'file:') throw nodeError(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
    if (path.hostname !== '') throw nodeError(TypeError, 'ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
    if (/%2f/i.test(path.pathname)) {
      throw nodeError(TypeError, 'ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
    }
    return decodeURIComponent(path.pathname);
  }
  function pathToFileURL(filepath) {
    validateString(filepath, 'path');
    let path = internal.require('path').resolve(filepath);
    if (filepath.endsWith('/') && !path.endsWith('/')) path += '/';
    const quoted = path.replace(/[%\\\n\r\t?#]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
    return new URL(`file://${quoted}`);
  }
  function urlToHttpOptions(url) {
    const { hostname, pathname, port, username, password, search } = url;
    const options = {
      __proto__: null, ...url, protocol: url.protocol, hostname: hostname?.startsWith('[') ? hostname.slice(1, -1) : hostname,
      hash: url.hash, search, pathname, path: `${pathname || ''}${search || ''}`, href: url.href,
    };
    if (port !== '') options.port = Number(port);
    if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return options;
  }

  // The older interface: it never fails and leaves more as it is.
  function Url() {
    for (const key of ['protocol', 'slashes', 'auth', 'host', 'port', 'hostname', 'hash', 'search', 'query', 'pathname', 'path', 'href']) this[key] = null;
  }
  const SLASHED = ['http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss'];
  function legacyParse(text, parseQuery, slashesDenoteHost) {
    if (text instanceof Url) return text;
    validateString(text, 'url');
    const url = new Url();
    let rest = text.trim();
    const cut = rest.search(/[?#]/);
    rest = (cut < 0 ? rest : rest.slice(0, cut)).replace(/\\/g, '/') + (cut < 0 ? '' : rest.slice(cut));
    const protocol = /^[a-z0-9.+-]+:/i.exec(rest);
    if (protocol) {
      url.protocol = protocol[0].toLowerCase();
      rest = rest.slice(protocol[0].length);
    }
    const name = url.protocol?.slice(0, -1);
    const known = SLASHED.includes(name);
    if ((slashesDenoteHost || protocol || /^\/\/[^@/]+@[^@/]+/.test(rest)) && rest.startsWith('//') && name !== 'javascript') {
      url.slashes = true;
      rest = rest.slice(2);
    }
    if (name !== 'javascript' && (url.slashes || (protocol && !known))) {
      const end = rest.search(/[/?#]/);
      let authority = end < 0 ? rest : rest.slice(0, end);
      rest = end < 0 ? '' : rest.slice(end);
      const at = authority.lastIndexOf('@');
      if (at >= 0) {
        url.auth = decodeURIComponent(authority.slice(0, at));
        authority = authority.slice(at + 1);
      }
      const port = /:(\d*)$/.exec(authority);
      if (port) {
        if (port[1] !== '') url.port = port[1];
        authority = authority.slice(0, port.index);
      }
      url.hostname = authority.startsWith('[') && authority.endsWith(']') ? authority.slice(1, -1) : authority.toLowerCase();
      url.host = `${authority.toLowerCase()}${url.port ? `:${url.port}` : ''}`;
    }
    rest = rest.replace(/[\t\n\r "<>`{}|\\^']/g, (character) => encodeURIComponent(character).replace("'", '%27'));
    const hash = rest.indexOf('#');
    if (hash >= 0) {
      url.hash = rest.slice(hash);
      rest = rest.slice(0, hash);
    }
    const query = rest.indexOf('?');
    if (query >= 0) {
      url.search = rest.slice(query);
      url.query = rest.slice(query + 1);
      if (parseQuery) url.query = internal.require('querystring').parse(url.query);
      rest = rest.slice(0, query);
    } else if (parseQuery) {
      url.search = null;
      url.query = Object.create(null);
    }
    if (rest !== '') url.pathname = rest;
    if (known && name !== 'file' && url.hostname && !url.pathname) url.pathname = '/';
    if (url.pathname || url.search) url.path = (url.pathname || '') + (url.search || '');
    url.href = url.format();
    return url;
  }
  Url.prototype.parse = function parse(text, parseQuery, slashes) { return Object.assign(this, legacyParse(text, parseQuery, slashes)); };
  Url.prototype.format = function format() {
    const auth = this.auth ? `${encodeURIComponent(this.auth).replace(/%3A/i, ':')}@` : '';
    let protocol = this.protocol || '';
    let pathname = this.pathname || '';
    let hash = this.hash || '';
    let host = '';
    if (this.host) host = auth + this.host;
    else if (this.hostname) host = `${auth}${this.hostname.includes(':') && !this.hostname.startsWith('[') ? `[${this.hostname}]` : this.hostname}${this.port ? `:${this.port}` : ''}`;
    const query = this.query !== null && typeof this.query === 'object' ? internal.require('querystring').stringify(this.query) : '';
    let search = this.search || (query && `?${query}`) || '';
    if (protocol && !protocol.endsWith(':')) protocol += ':';
    pathname = pathname.replace(/[?#]/g, encodeURIComponent);
    if (this.slashes || ((!protocol || SLASHED.includes(protocol.slice(0, -1))) && host !== '')) {
      if (this.slashes || host) {
        if (pathname && !pathname.startsWith('/')) pathname = `/${pathname}`;
        host = `//${host}`;
      }
    }
    search = search.replace(/#/g, '%23');
    if (hash && !hash.startsWith('#')) hash = `#${hash}`;
    if (search && !search.startsWith('?')) search = `?${search}`;
    return protocol + host + pathname + search + hash;
  };
  Url.prototype.resolve = function resolve(relative) { return legacyResolve(this, relative); };
  function format(value, options) {
    if (typeof value === 'string') return legacyParse(value).format();
    if (isURL(value)) {
      const { auth = true, fragment = true, search = true, unicode = false } = options ?? {};
      if (unicode) binding.refuse('the option unicode of url.format', 'leave it out');
      const copy = new URL(value.href);
      if (!auth) copy.username = copy.password = '';
      if (!fragment) copy.hash = '';
      if (!search) copy.search = '';
      return copy.href;
    }
    if (typeof value !== 'object' || value === null) throw invalidArgType('urlObject', ['Object', 'string'], value);
    return Url.prototype.format.call(value);
  }
  function legacyResolve(from, to) {
    const base = typeof from === 'string' ? from : from.format();
    const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(base);
    if (isAbsolute) {
      const parsed = parseWith(to, base);
      if (parsed !== null) return serialize(parsed);
    }
    const parsed = parseWith(to, `http://a.invalid${base.startsWith('/') ? '' : '/'}${base}`);
    const text = parsed === null ? to : serialize(parsed);
    if (!text.startsWith('http://a.invalid')) return text;
    const path = text.slice('http://a.invalid'.length);
    return base.startsWith('/') || to.startsWith('/') ? path : path.slice(1);
  }
  internal.modules.url = () => {
    const url = {
      Url, parse: { parse: legacyParse }.parse, resolve: legacyResolve,
      format, URL, URLSearchParams, pathToFileURL, fileURLToPath, urlToHttpOptions,
    };
    internal.refuseMissing(url, 'url.', ['resolveObject', 'domainToASCII', 'domainToUnicode'], 'use URL');
    return url;
  };
})
