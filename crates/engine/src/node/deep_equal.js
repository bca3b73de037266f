// Deep equality, loose and strict: what assert and util.isDeepStrictEqual mean by it.
(function (binding, internal) {
  'use strict';
  const keysOf = (object) => Object.keys(object);
  const symbolsOf = (object) => Object.getOwnPropertySymbols(object).filter((key) => Object.prototype.propertyIsEnumerable.call(object, key));
  const isObject = (value) => value !== null && typeof value === 'object';
  const isFunction = (value) => typeof value === 'function';

  function equal(a, b, strict, memo) {
    if (a === b) return a !== 0 || !strict || Object.is(a, b);
    if (strict) {
      if (!isObject(a)) return typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b);
      if (!isObject(b) || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
    } else {
      if (!isObject(a)) {
        // eslint-disable-next-line eqeqeq
        return (!isObject(b) && !isFunction(a) && !isFunction(b)) && (a == b || (Number.isNaN(a) && Number.isNaN(b)));
      }
      if (!isObject(b)) return false;
    }
    const tag = Object.prototype.toString.call(a);
    if (tag !== Object.prototype.toString.call(b)) return false;
    const [brand, other] = [binding.brand(a), binding.brand(b)];
    if (Array.isArray(a)) {
      if (!Array.isArray(b) || a.length !== b.length) return false;
      return sameProperties(a, b, strict, memo, keysOf(a), keysOf(b));
    }
    if (brand !== other && !(brand === 'Object' || other === 'Object')) return false;
    switch (brand) {
      case 'Date':
        if (Date.prototype.getTime.call(a) !== Date.prototype.getTime.call(b)) return false;
        break;
      case 'RegExp':
        if (a.source !== b.source || a.flags !== b.flags || a.lastIndex !== b.lastIndex) return false;
        break;
      case 'Error':
        if (a.message !== b.message || a.name !== b.name) return false;
        for (const key of ['cause', 'errors']) {
          if (internal.hasOwn(a, key) !== internal.hasOwn(b, key) || !equal(a[key], b[key], strict, memo)) return false;
        }
        break;
      case 'Number': case 'String': case 'Boolean': case 'BigInt': case 'Symbol':
        if (!Object.is(a.valueOf(), b.valueOf())) return false;
        break;
      case 'ArrayBuffer': case 'SharedArrayBuffer':
        if (!sameBytes(new Uint8Array(a), new Uint8Array(b))) return false;
        break;
      case 'DataView':
        if (!sameBytes(new Uint8Array(a.buffer, a.byteOffset, a.byteLength), new Uint8Array(b.buffer, b.byteOffset, b.byteLength))) return false;
        break;
      case 'TypedArray': {
        if (a.length !== b.length) return false;
        for (let at = 0; at < a.length; at++) if (!(strict ? Object.is(a[at], b[at]) : a[at] === b[at] || (a[at] !== a[at] && b[at] !== b[at]))) return false;
        const named = (object) => keysOf(object).filter((key) => !/^\d+$/.test(key));
        return sameProperties(a, b, strict, memo, named(a), named(b));
      }
      case 'Set': case 'Map':
        if (a.size !== b.size) return false;
        break;
      case 'Promise': case 'WeakMap': case 'WeakSet':
        return false;
      default:
        if (typeof a === 'function') return false;
    }
    return sameProperties(a, b, strict, memo, keysOf(a), keysOf(b), brand);
  }
  const sameBytes = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);

  function sameProperties(a, b, strict, memo, keys, others, brand) {
    if (keys.length !== others.length || !keys.every((key) => Object.prototype.propertyIsEnumerable.call(b, key))) return false;
    if (strict) {
      const symbols = symbolsOf(a);
      if (symbols.length !== symbolsOf(b).length || !symbols.every((key) => Object.prototype.propertyIsEnumerable.call(b, key))) return false;
      keys = [...keys, ...symbols];
    }
    // Cycles: while two objects are being compared they count as equal.
    if (memo.some(([x, y]) => x === a && y === b)) return true;
    memo.push([a, b]);
    const same = members(a, b, strict, memo, brand) && keys.every((key) => equal(a[key], b[key], strict, memo));
    memo.pop();
    return same;
  }
  function members(a, b, strict, memo, brand) {
    if (brand === 'Set') return matches([...a], [...b], (x, y) => equal(x, y, strict, memo));
    if (brand === 'Map') {
      return matches([...a], [...b], ([k, v], [l, w]) => equal(k, l, strict, memo) && equal(v, w, strict, memo));
    }
    return true;
  }
  // Whether each of the one list has a partner of its own in the other.
  function matches(left, right, same) {
    return left.every((one) => {
      const at = right.findIndex((other) => same(one, other));
      if (at < 0) return false;
      right.splice(at, 1);
      return true;
    });
  }
  internal.modules['internal/deep_equal'] = () => ({ isDeepEqual: (a, b, strict) => equal(a, b, strict, []) });
})
