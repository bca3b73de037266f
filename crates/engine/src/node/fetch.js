// fetch, Request and Response, over the modelled http: order as in Node, whose own client (undici) lets a connection be used
// again one turn of the loop after an answer.
(function (binding, internal) {
  'use strict';
  const kInspect = Symbol.for('nodejs.util.inspect.custom');
  const { Headers, raw, checkShown } = internal.require('internal/fetch_headers');
  const { bodyOf, mixBody, cloneBody } = internal.require('internal/fetch_body');
  const { URL } = internal.require('internal/url');
  const { AbortController } = internal.require('internal/abort');
  const states = new WeakMap();
  const of = (object) => states.get(object);
  function shown(name, object, keys, options) {
    checkShown(name);
    return `${name} ${binding.inspectWith(internal.fromEntries(keys.map((key) => [key, object[key]])), options)}`;
  }
  const getters = (Class, names) => {
    for (const name of names) {
      Object.defineProperty(Class.prototype, name, {
        get: Object.getOwnPropertyDescriptor({ get [name]() {
          const state = of(this);
          if (state === undefined) throw new TypeError('Illegal invocation');
          return state[name];
        } }, name).get,
        enumerable: true, configurable: true,
      });
    }
  };

  const NORMALIZED = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'];
  const CHOICES = {
    referrerPolicy: ['', 'no-referrer', 'no-referrer-when-downgrade', 'same-origin', 'origin', 'strict-origin', 'origin-when-cross-origin', 'strict-origin-when-cross-origin', 'unsafe-url'],
    mode: ['cors', 'no-cors', 'same-origin'],
    credentials: ['omit', 'same-origin', 'include'],
    cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
    redirect: ['follow', 'error', 'manual'],
  };
  class Request {
    constructor(input, init = {}) {
      if (arguments.length === 0) throw new TypeError('Request constructor: 1 argument required, but 0 found.');
      init ??= {};
      const from = of(input);
      const state = { destination: '', referrer: 'about:client', referrerPolicy: '', mode: 'cors', credentials: 'same-origin', cache: 'default',
        redirect: 'follow', integrity: '', keepalive: false, isReloadNavigation: false, isHistoryNavigation: false, duplex: 'half', method: 'GET' };
      if (from === undefined) {
        let url;
        try { url = new URL(`${input}`); } catch (error) {
          throw new TypeError(`Failed to parse URL from ${input}`, { cause: error });
        }
        if (url.username || url.password) throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${input}`);
        state.url = url.href;
      } else {
        Object.assign(state, { ...from, readable: undefined, body: null });
      }
      for (const [name, allowed] of Object.entries(CHOICES)) {
        if (init[name] === undefined) continue;
        if (!allowed.includes(`${init[name]}`)) throw new TypeError(`Request constructor: ${init[name]} is not an accepted type. Expected one of ${allowed.join(', ')}.`);
        state[name] = `${init[name]}`;
      }
      if (init.integrity) binding.refuse('the option integrity of fetch', 'leave it out');
      if (init.keepalive !== undefined) state.keepalive = Boolean(init.keepalive);
      if (init.method !== undefined) {
        const method = `${init.method}`;
        const upper = method.toUpperCase();
        if (!/^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/.test(method)) throw new TypeError(`'${method}' is not a valid HTTP method.`);
        if (['CONNECT', 'TRACE', 'TRACK'].includes(upper)) throw new TypeError(`'${method}' HTTP method is unsupported.`);
        state.method = NORMALIZED.includes(upper) ? upper : method;
      }
      if (init.signal !== undefined && init.signal !== null && typeof init.signal.aborted !== 'boolean') {
        throw new TypeError('Failed to construct \'Request\': member signal is not of type AbortSignal.');
      }
      const signal = init.signal !== undefined ? init.signal : from?.signal;
      const own = new AbortController();
      state.signal = own.signal;
      if (signal?.aborted) own.abort(signal.reason);
      else signal?.addEventListener('abort', () => own.abort(signal.reason), { once: true });
      state.headers = new Headers(init.headers !== undefined ? init.headers : from && raw(from.headers));
      const given = init.body ?? null;
      if ((given !== null || (from?.body && init.body === undefined)) && ['GET', 'HEAD'].includes(state.method)) {
        throw new TypeError('Request with GET/HEAD method cannot have body.');
      }
      const { body, type } = bodyOf(given);
      state.body = body;
      if (type !== null && !state.headers.has('content-type')) state.headers.append('content-type', type);
      if (given === null && from?.body) {
        if (from.body.used) throw new TypeError('Cannot construct a Request with a Request object that has already been used.');
        state.body = { ...from.body };
        from.body.used = true;
      }
      states.set(this, state);
    }
    clone() {
      const state = of(this);
      if (state.body?.used) throw new TypeError('unusable');
      const copy = new Request(state.url);
      states.set(copy, { ...state, readable: undefined, headers: new Headers(raw(state.headers)), body: cloneBody(state.body) });
      return copy;
    }
    [kInspect](depth, options) { return shown('Request', this, SHOWN, options); }
  }
  const SHOWN = ['method', 'url', 'headers', 'destination', 'referrer', 'referrerPolicy', 'mode', 'credentials', 'cache', 'redirect', 'integrity', 'keepalive',
    'isReloadNavigation', 'isHistoryNavigation', 'signal'];
  getters(Request, [...SHOWN, 'duplex']);
  mixBody(Request, of);

  const NULL_BODY = [101, 103, 204, 205, 304];
  class Response {
    constructor(body = null, init = {}) {
      init ??= {};
      const status = init.status === undefined ? 200 : Number(init.status) & 0xffff;
      if (status < 200 || status > 599) throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
      const statusText = init.statusText === undefined ? '' : `${init.statusText}`;
      if (/[^\t -~\x80-\xff]/.test(statusText)) throw new TypeError('Invalid statusText');
      const made = bodyOf(body);
      const headers = new Headers(init.headers);
      if (made.body !== null && NULL_BODY.includes(status)) throw new TypeError(`Response constructor: Invalid response status code ${status}`);
      if (made.type !== null && !headers.has('content-type')) headers.append('content-type', made.type);
      states.set(this, { type: 'default', url: '', redirected: false, status, statusText, headers, body: made.body });
    }
    static error() {
      const response = new Response();
      Object.assign(of(response), { type: 'error', status: 0 });
      return response;
    }
    static json(data, init = {}) {
      if (arguments.length === 0) throw new TypeError('Response.json: 1 argument required, but 0 found.');
      const text = JSON.stringify(data);
      if (text === undefined) throw new TypeError('Value is not JSON serializable');
      const headers = new Headers(init?.headers);
      if (!headers.has('content-type')) headers.append('content-type', 'application/json');
      return new Response(text, { ...init, headers });
    }
    static redirect(url, status = 302) {
      let parsed;
      try { parsed = new URL(`${url}`); } catch (error) { throw new TypeError(`Failed to parse URL from ${url}`, { cause: error }); }
      if (![301, 302, 303, 307, 308].includes(status)) throw new RangeError(`Invalid status code ${status}`);
      return new Response(null, { status: status, headers: { location: parsed.href } });
    }
    get ok() { return of(this).status >= 200 && of(this).status <= 299; }
    clone() {
      const state = of(this);
      if (state.body?.used) throw new TypeError('Response.clone: Body has already been consumed.');
      const copy = new Response();
      states.set(copy, { ...state, readable: undefined, headers: new Headers(raw(state.headers)), body: cloneBody(state.body) });
      return copy;
    }
    [kInspect](depth, options) {
      return shown('Response', this, ['status', 'statusText', 'headers', 'body', 'bodyUsed', 'ok', 'redirected', 'type', 'url'], options);
    }
  }
  getters(Response, ['type', 'url', 'redirected', 'status', 'statusText', 'headers']);
  mixBody(Response, of);
  for (const Class of [Request, Response]) {
    Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
  }

  let agent;
  function connections() {
    if (agent === undefined) {
      const { Agent } = internal.require('http');
      const { setImmediate } = internal.require('timers');
      agent = new Agent({ keepAlive: true });
      const emit = agent.emit;
      agent.emit = function (name, ...rest) {
        if (name !== 'free') return Reflect.apply(emit, this, [name, ...rest]);
        setImmediate(() => Reflect.apply(emit, this, [name, ...rest]));
        return true;
      };
    }
    return agent;
  }
  // Ports that the Fetch standard does not let be used.
  const BAD_PORTS = new Set([1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119,
    123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720,
    1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080]);
  const failed = (cause) => new TypeError('fetch failed', { cause });

  function headersToSend(state, url) {
    const own = raw(state.headers);
    const has = (name) => state.headers.has(name);
    const list = [['host', has('host') ? state.headers.get('host') : url.host], ['connection', 'keep-alive']];
    for (const [name, value] of own) if (!['host', 'connection', 'content-length'].includes(name.toLowerCase())) list.push([name, value]);
    for (const [name, value] of [['accept', '*/*'], ['accept-language', '*'], ['sec-fetch-mode', 'cors'], ['user-agent', 'node'], ['accept-encoding', 'gzip, deflate']]) {
      if (!has(name)) list.push([name, value]);
    }
    if (state.body) list.push(['content-length', `${state.body.bytes.length}`]);
    else if (['POST', 'PUT', 'PATCH'].includes(state.method)) list.push(['content-length', '0']);
    return list;
  }
  function decoded(message) {
    const coding = message.headers['content-encoding']?.toLowerCase();
    if (coding === undefined || coding === 'identity') return message;
    const { createGunzip, createInflate } = internal.require('zlib');
    if (coding === 'gzip' || coding === 'x-gzip') return message.pipe(createGunzip({ flush: 2, finishFlush: 2 }));
    if (coding === 'deflate') return message.pipe(createInflate({ flush: 2, finishFlush: 2 }));
    return binding.refuse(`an answer in the coding ${coding}`, 'use gzip or deflate');
  }

  function send(state, redirects, settle) {
    const url = new URL(state.url);
    if (url.protocol === 'https:') binding.refuse('fetch over https', 'define the host in the scenario and use http:');
    if (['data:', 'blob:', 'about:'].includes(url.protocol)) binding.refuse(`fetch of ${url.protocol}`, 'use an http: URL');
    if (url.protocol !== 'http:') { settle.reject(failed(new Error('unknown scheme'))); return; }
    if (url.port !== '' && BAD_PORTS.has(Number(url.port))) { settle.reject(failed(new Error('bad port'))); return; }
    const { request: open } = internal.require('http');
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const request = open({ agent: connections(), hostname, port: url.port || 80, path: url.pathname + url.search, method: state.method, headers: headersToSend(state, url) });
    settle.request = request;
    request.on('error', (error) => {
      if (error.code === 'ECONNRESET' && error.message === 'socket hang up') {
        error = Object.assign(new Error('other side closed'), { name: 'SocketError', code: 'UND_ERR_SOCKET' });
      }
      settle.reject(failed(error));
    });
    request.on('response', (message) => {
      // When all has arrived the connection keeps no process alive, whether the body is read or not.
      const { push } = message;
      message.push = function (chunk, encoding) {
        const more = Reflect.apply(push, this, [chunk, encoding]);
        if (chunk === null) request.socket?.unref();
        return more;
      };
      const location = [301, 302, 303, 307, 308].includes(message.statusCode) ? message.headers.location : undefined;
      if (location !== undefined && state.redirect === 'error') {
        message.resume();
        settle.reject(failed(new Error('unexpected redirect')));
        return;
      }
      if (location !== undefined && state.redirect === 'follow') {
        message.resume();
        if (redirects === 20) { settle.reject(failed(new Error('redirect count exceeded'))); return; }
        const next = { ...state, url: new URL(location, url).href, headers: new Headers(raw(state.headers)) };
        if ((message.statusCode <= 302 && state.method === 'POST') || (message.statusCode === 303 && !['GET', 'HEAD'].includes(state.method))) {
          next.method = 'GET';
          next.body = null;
          for (const name of ['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length']) next.headers.delete(name);
        }
        if (new URL(next.url).origin !== url.origin) for (const name of ['authorization', 'cookie', 'host']) next.headers.delete(name);
        message.on('end', () => send(next, redirects + 1, settle));
        return;
      }
      const response = new Response();
      const headers = new Headers();
      for (let at = 0; at < message.rawHeaders.length; at += 2) headers.append(message.rawHeaders[at], message.rawHeaders[at + 1]);
      const none = state.method === 'HEAD' || NULL_BODY.includes(message.statusCode);
      if (none) message.resume();
      Object.assign(of(response), {
        type: 'basic', url: state.url.replace(/#.*$/, ''), redirected: redirects > 0, status: message.statusCode, statusText: message.statusMessage, headers,
        body: none ? null : { bytes: undefined, stream: decoded(message), used: false, failed: () => settle.aborted },
      });
      settle.resolve(response);
    });
    request.end(state.body ? Buffer.from(state.body.bytes) : undefined);
  }

  function fetch(input, init) {
    let state;
    try {
      const request = new Request(input, init);
      state = of(request);
      if (state.body) state.body.used = true;
    } catch (error) {
      return Promise.reject(error);
    }
    return new Promise((resolve, reject) => {
      const { signal } = state;
      const settle = { resolve, reject, request: undefined, aborted: undefined };
      if (signal.aborted) { reject(signal.reason); return; }
      signal.addEventListener('abort', () => {
        settle.aborted = signal.reason;
        reject(signal.reason);
        settle.request?.destroy(signal.reason);
      });
      send(state, 0, settle);
    });
  }
  internal.modules['internal/fetch'] = () => ({ fetch, Request, Response });
})
