// structuredClone and what a message is made of: the structured clone algorithm as V8 serialises (section 11).
(function (binding, internal) {
  'use strict';
  const { hasOwn } = internal;
  const { DOMException } = internal.require('internal/dom_exception');
  const { invalidArgType } = internal;
  const failure = (text) => new DOMException(text, 'DataCloneError');
  const uncloneable = (shown) => failure(`${shown} could not be cloned.`);
  const errorTypes = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const PRIMITIVE_WRAPPERS = ['Boolean', 'Number', 'String', 'BigInt'];
  // Objects of Node's that are sent and not copied: how each is taken from its sender.
  const transferable = new WeakMap();

  function kindOf(value) {
    const kind = binding.kindOf(value);
    // An arguments object is copied as an ordinary one.
    return kind === 'Other' && Object.prototype.toString.call(value) === '[object Arguments]' ? 'Object' : kind;
  }
  function text(value) {
    const name = value.constructor?.name;
    return `#<${typeof name === 'string' && name ? name : 'Object'}>`;
  }

  // `transferred` maps what is given away to what the receiver gets.
  function clone(root, transferred = new Map()) {
    const seen = new Map(transferred);
    function copy(value) {
      if (typeof value === 'symbol') throw uncloneable(String(value));
      if (typeof value === 'function') throw uncloneable(Function.prototype.toString.call(value));
      if (typeof value !== 'object' || value === null) return value;
      const known = seen.get(value);
      if (known !== undefined) return known;
      const kind = kindOf(value);
      const keep = (made) => { seen.set(value, made); return made; };
      if (PRIMITIVE_WRAPPERS.includes(kind)) return keep(Object(value.valueOf()));
      switch (kind) {
        case 'Date': return keep(new Date(Date.prototype.getTime.call(value)));
        case 'RegExp': return keep(new RegExp(value.source, value.flags));
        case 'ArrayBuffer': return keep(ArrayBuffer.prototype.slice.call(value, 0));
        case 'SharedArrayBuffer': return keep(value);
        case 'DataView': return keep(new DataView(copy(value.buffer), value.byteOffset, value.byteLength));
        case 'TypedArray': {
          const Type = globalThis[Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get.call(value)];
          return keep(new Type(copy(value.buffer), value.byteOffset, value.length));
        }
        case 'Map': {
          const entries = Array.from(Map.prototype.entries.call(value));
          const made = keep(new Map());
          for (const [key, item] of entries) made.set(copy(key), copy(item));
          return made;
        }
        case 'Set': {
          const items = Array.from(Set.prototype.values.call(value));
          const made = keep(new Set());
          for (const item of items) made.add(copy(item));
          return made;
        }
        case 'Error': return copyError(value, keep);
        case 'Array': {
          const made = keep([]);
          made.length = value.length;
          return copyProperties(value, made);
        }
        case 'Object': {
          if (transferable.has(value)) throw failure('Object that needs transfer was found in message but not listed in transferList');
          return copyProperties(value, keep({}));
        }
        default: throw uncloneable(text(value));
      }
    }
    function copyProperties(from, to) {
      for (const key of Object.keys(from)) {
        if (!hasOwn(from, key)) continue;
        Object.defineProperty(to, key, { value: copy(from[key]), writable: true, enumerable: true, configurable: true });
      }
      return to;
    }
    function copyError(error, keep) {
      const Type = errorTypes[String(error.name)] ?? Error;
      const result = keep(new Type());
      const define = (name, value) => Object.defineProperty(result, name, { value, writable: true, enumerable: false, configurable: true });
      define('stack', String(error.stack));
      const message = Object.getOwnPropertyDescriptor(error, 'message');
      if (message && 'value' in message) define('message', String(message.value));
      if (hasOwn(error, 'cause')) define('cause', copy(error.cause));
      return result;
    }
    return copy(root);
  }

  // A clone of the value, after what is listed was taken from the sender. Gives the ports that are among it, too.
  function serialize(value, list) {
    const transferred = new Map();
    const ports = [];
    if (list !== undefined && list !== null) {
      if (typeof list[Symbol.iterator] !== 'function') throw invalidArgType('options.transfer', 'an instance of Array', list);
      for (const item of list) {
        if (transferred.has(item)) throw failure(`${binding.kindOf(item) === 'ArrayBuffer' ? 'ArrayBuffer' : 'Transfer list'} contains duplicate ${text(item).slice(2, -1)}`);
        const take = transferable.get(item);
        if (take !== undefined) {
          const taken = take.prepare();
          transferred.set(item, taken);
          ports.push([item, taken, take]);
        } else if (item !== null && typeof item === 'object' && binding.kindOf(item) === 'ArrayBuffer') {
          transferred.set(item, ArrayBuffer.prototype.slice.call(item, 0));
        } else {
          throw failure('Found invalid value in transferList');
        }
      }
    }
    const copy = clone(value, transferred);
    for (const item of transferred.keys()) if (!transferable.has(item)) binding.detach(item);
    for (const [item, taken, take] of ports) take.finish(taken);
    return { value: copy, ports: ports.map(([, taken]) => taken) };
  }

  internal.modules['internal/clone'] = () => ({
    clone,
    serialize,
    transferable,
    structuredClone: (value, options) => serialize(value, options?.transfer).value,
  });
})
