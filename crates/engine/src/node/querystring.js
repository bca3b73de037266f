// querystring: name=value pairs.
(function (binding, internal) {
  'use strict';
  const { nodeError } = internal;

  function escape(text) {
    if (typeof text !== 'string') text = typeof text === 'object' ? String(text) : `${text}`;
    if (internal.toWellFormed(text) !== text) throw nodeError(URIError, 'ERR_INVALID_URI', 'URI malformed');
    return encodeURIComponent(text);
  }
  function unescapeBuffer(text, decodeSpaces) {
    const bytes = [];
    const raw = internal.Buffer.from(text, 'latin1');
    for (let at = 0; at < raw.length; at++) {
      const hex = raw[at] === 37 ? text.slice(at + 1, at + 3) : '';
      if (/^[0-9a-f]{2}$/i.test(hex)) {
        bytes.push(parseInt(hex, 16));
        at += 2;
      } else {
        bytes.push(raw[at] === 43 && decodeSpaces ? 32 : raw[at]);
      }
    }
    return internal.Buffer.from(bytes);
  }
  function unescape(text, decodeSpaces) {
    try {
      return decodeURIComponent(text);
    } catch {
      return unescapeBuffer(text, decodeSpaces).toString();
    }
  }
  function primitive(value) {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
    if (typeof value === 'bigint' || typeof value === 'boolean') return `${value}`;
    return '';
  }
  function stringify(object, sep, eq, options) {
    sep ||= '&';
    eq ||= '=';
    const encode = typeof options?.encodeURIComponent === 'function' ? options.encodeURIComponent : querystring.escape;
    if (object === null || typeof object !== 'object') return '';
    const pairs = [];
    for (const key of Object.keys(object)) {
      const name = encode(primitive(key)) + eq;
      for (const value of internal.flattened([object[key]])) pairs.push(name + encode(primitive(value)));
    }
    return pairs.join(sep);
  }
  function parse(text, sep, eq, options) {
    const result = Object.create(null);
    if (typeof text !== 'string' || text.length === 0) return result;
    sep = sep ? `${sep}` : '&';
    eq = eq ? `${eq}` : '=';
    const most = typeof options?.maxKeys === 'number' ? options.maxKeys : 1000;
    const custom = typeof options?.decodeURIComponent === 'function' ? options.decodeURIComponent : querystring.unescape;
    const decode = (part) => {
      try {
        return custom(part);
      } catch {
        return unescape(part, true);
      }
    };
    let parts = text.split(sep);
    if (most > 0) parts = parts.slice(0, most);
    for (const part of parts) {
      if (part === '') continue;
      const at = part.indexOf(eq);
      const plain = part.replace(/\+/g, ' ');
      const [key, value] = at < 0 ? [plain, ''] : [plain.slice(0, at), plain.slice(at + eq.length)];
      const name = decode(key);
      const content = decode(value);
      if (!internal.hasOwn(result, name)) result[name] = content;
      else if (Array.isArray(result[name])) result[name].push(content);
      else result[name] = [result[name], content];
    }
    return result;
  }
  const querystring = { unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse };
  Object.defineProperty(stringify, 'name', { value: 'stringify' });
  internal.modules.querystring = () => querystring;
})
