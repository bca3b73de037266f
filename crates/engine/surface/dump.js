'use strict';
// Prints the names that this Node has, as JSON: `{ major, names: { "Array.prototype": { "at": "f", … }, … } }`.
// The kinds: f function, v other value, a accessor. In the JavaScript of Node 10, which runs it too.
process.noDeprecation = true;
process.removeAllListeners('warning');
process.on('warning', function () {});
var global_ = typeof globalThis === 'undefined' ? global : globalThis;
var out = {};
var NOISE = ['length', 'name', 'prototype', 'arguments', 'caller', 'constructor'];

function names(object, noise) {
  var list = {};
  Object.getOwnPropertyNames(object).forEach(function (name) {
    if (noise && NOISE.indexOf(name) >= 0) return;
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) return;
    var d = Object.getOwnPropertyDescriptor(object, name);
    list[name] = d.get || d.set ? 'a' : typeof d.value === 'function' ? 'f' : 'v';
  });
  return list;
}
function add(path, object, noise) {
  if ((typeof object === 'object' && object !== null) || typeof object === 'function') out[path] = names(object, noise);
}

add('globalThis', global_);
// Node makes these when they are first asked for.
Object.keys(out.globalThis).forEach(function (name) {
  if (['globalThis', 'global', 'GLOBAL', 'root', 'localStorage', 'sessionStorage'].indexOf(name) >= 0) return;
  var value;
  try { value = global_[name]; } catch (error) { return; }
  if (typeof value === 'function') {
    out.globalThis[name] = 'f';
    add(name, value, true);
    if (value.prototype) add(name + '.prototype', value.prototype, true);
  } else if (typeof value === 'object' && value !== null) {
    add(name, value);
  }
});
delete out.globalThis.require; delete out.globalThis.module;
delete out.globalThis.exports; delete out.globalThis.__filename; delete out.globalThis.__dirname;
var proto = Object.getPrototypeOf;
var typedArray = proto(Uint8Array);
add('%TypedArray%', typedArray, true);
add('%TypedArray%.prototype', typedArray.prototype, true);
var iterator = proto(proto([][Symbol.iterator]()));
add('%IteratorPrototype%', iterator, true);
['process', 'console'].forEach(function (name) { add(name, global_[name]); });

var modules = require('module').builtinModules.filter(function (id) {
  return !/^(_|internal\/|v8\/|node-inspect\/)/.test(id);
});
['node:test', 'node:sqlite', 'node:sea', 'node:test/reporters', 'node:quic', 'node:ffi', 'node:zlib/iter', 'node:stream/iter', 'node:vfs'].forEach(function (id) { if (modules.indexOf(id) < 0) modules.push(id); });
out.modules = {};
modules.forEach(function (id) {
  try { var exports = require(id); } catch (error) { return; }
  out.modules[id] = 'v';
  add('module ' + id, exports, typeof exports === 'function');
});
delete out.process.noDeprecation;
console.log(JSON.stringify({ major: parseInt(process.versions.node, 10), names: out }));
