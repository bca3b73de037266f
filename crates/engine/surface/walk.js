// Every own property that is reachable from the global object and from Node's modules: a function of what the two sides do
// differently. Real Node runs it by `record.js` beside it, the engine by the test `surface`. In the JavaScript of Node 10.
//
// It gives a line for each object: its path, a colon and its properties, each as NAME=KIND. Kinds: `f2` a function of length 2,
// `g`, `s` and `gs` accessors, `o` an object, `n` a number and so on, `n7` a constant of this value,
// `?` one that is refused.
(function (host) {
  'use strict';
  var global_ = host.global;
  var seen = new Map();
  var queue = [];
  var lines = [];
  var SKIPPED = ['length', 'name', 'arguments', 'caller', 'constructor', 'prototype', '__proto__'];

  // Symbols that others can name too; Node has many of its own beside these.
  var KNOWN = Object.getOwnPropertyNames(Symbol).map(function (name) { return Symbol[name]; }).filter(function (one) { return typeof one === 'symbol'; });
  function isPublic(key) { return typeof key !== 'symbol' || KNOWN.indexOf(key) >= 0 || Symbol.keyFor(key) !== undefined; }
  function nameOf(key) {
    // One of the language's by its name there: how it describes itself differs.
    var known = typeof key === 'symbol' && Object.getOwnPropertyNames(Symbol).filter(function (name) { return Symbol[name] === key; })[0];
    if (known) return '@@' + known;
    if (typeof key === 'symbol') return '@@' + String(key).slice(7, -1).replace(/^Symbol\./, '').replace(/[\s:=]/g, '_');
    return key.replace(/[\s:=?!]/g, '_');
  }
  function visit(path, value) {
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return;
    if (seen.has(value)) return;
    seen.set(value, path);
    queue.push([path, value]);
  }
  function isConstant(name, path) { return /^[A-Z][A-Z0-9_]+$/.test(name) && !/^(process|os)\b.*(env|versions)/.test(path); }
  function kindOf(path, name, d, lazy) {
    if (d.get || d.set) {
      if (!lazy) return host.isRefused(d.get) ? '?' : (d.get ? 'g' : '') + (d.set ? 's' : '');
      d = { value: lazy.value, writable: true, enumerable: d.enumerable, configurable: d.configurable };
    }
    var value = d.value;
    if (host.isRefused(value)) return '?';
    if (typeof value === 'function') return 'f' + value.length;
    if (value === null) return 'null';
    if (typeof value === 'object') return 'o';
    if (typeof value === 'undefined') return 'u';
    if (isConstant(name, path) && (typeof value === 'number' || typeof value === 'string')) return typeof value === 'number' ? 'n' + value : 't' + JSON.stringify(value).replace(/[\s=]/g, '_');
    return { number: 'n', string: 't', boolean: 'b', symbol: 'y', bigint: 'i' }[typeof value];
  }
  // What is left out: what a program of its own puts there, what is of this machine alone.
  function isForeign(path, name) {
    return (path === 'globalThis' && /^(require|module|exports|__filename|__dirname)$/.test(name)) ||
      /^process\.(env|config|features|report|versions|release|allowedNodeEnvironmentFlags|stdin|stdout|stderr|mainModule|moduleLoadList|argv|execArgv)$/.test(path) ||
      /(^|\.)(_cache|_pathCache|_preload_modules|_events)$/.test(path);
  }
  function walk(path, object) {
    var words = [];
    if (isForeign(path, '') || path.split('.').length > 6) return;
    var keys = Object.getOwnPropertyNames(object).concat(Object.getOwnPropertySymbols(object));
    keys.forEach(function (key) {
      var name = nameOf(key);
      if (!isPublic(key) || SKIPPED.indexOf(name) >= 0 || isForeign(path, name) || (Array.isArray(object) && /^\d+$/.test(name))) return;
      var d = Object.getOwnPropertyDescriptor(object, key);
      if (d === undefined) return;
      var lazy;
      // Node makes these when they are first asked for.
      if (d.get && host.isLazy(path, name) && !host.isRefused(d.get)) {
        try { lazy = { value: object[key] }; } catch (error) { lazy = undefined; }
      }
      words.push(name + '=' + kindOf(path, name, d, lazy));
      var value = lazy ? lazy.value : d.value;
      if (!host.isRefused(value)) visit(path === 'globalThis' ? name : path + '.' + name, value);
    });
    words.sort(function (a, b) { return a < b ? -1 : 1; });
    if (words.length > 0 || host.withEmpty) lines.push(path + ': ' + words.join(' '));
    if (typeof object === 'function' && object.prototype) visit(path + '.prototype', object.prototype);
    var proto = Object.getPrototypeOf(object);
    if (proto !== null) visit(path + '.<proto>', proto);
  }
  function drain() {
    // Level by level: the shortest and first name of an object counts.
    while (queue.length > 0) {
      var level = queue.sort(function (a, b) { return a[0] < b[0] ? -1 : 1; });
      queue = [];
      level.forEach(function (next) { walk(next[0], next[1]); });
    }
  }
  // The language first, so that what hangs on it has its names.
  ['Object', 'Function', 'Array', 'Promise', 'Error', 'Symbol', 'Map', 'Set'].forEach(function (name) {
    visit(name, global_[name]);
    visit(name + '.prototype', global_[name].prototype);
  });
  visit('globalThis', global_);
  drain();
  var modules = [];
  host.modules.forEach(function (id) {
    var exports = host.load(id);
    modules.push(id + (exports === host.refused ? '=?' : ''));
    if (exports === undefined || exports === host.refused) return;
    visit(id, exports);
  });
  drain();
  lines.push('modules: ' + modules.sort().join(' '));
  return lines.sort(function (a, b) { return a < b ? -1 : 1; }).join('\n') + '\n';
})
