// Makes the table of what is missing on modelled objects, from what `docs/SURFACE.md` lists as absent and from real versions of
// Node. What it gave before counts as there, so it begins with an empty table:
//
//     : > ../src/surface/rest.txt && UPDATE_EXPECT=1 cargo test -p loopscope-tests --test surface
//     node rest.js NODE10 NODE18 NODE20 NODE22 NODE24 NODE26 > rest.new && mv rest.new ../src/surface/rest.txt
'use strict';
const { execFileSync } = require('child_process');
const { readFileSync } = require('fs');
const { join } = require('path');
const MAJORS = [10, 18, 20, 22, 24, 26];

// What would be called unasked: by `console.log`, and by the engine for the text of an error.
const LEFT = /^(@@nodejs\.util\.inspect\.custom|prepareStackTrace)$/;

// Runs in each Node, in the JavaScript of Node 10: the kinds of properties, and the place of each on its object.
const PROBE = function (wanted) {
  process.noDeprecation = true;
  process.removeAllListeners('warning');
  process.on('warning', function () {});
  var global_ = typeof globalThis === 'undefined' ? global : globalThis;
  function find(path) {
    var parts = path.split('.');
    var object = parts[0] in global_ ? global_[parts[0]] : require(parts[0]);
    if (parts[0] === 'module') object = require('module');
    parts.slice(1).forEach(function (part) { object = part === '<proto>' ? Object.getPrototypeOf(object) : object[part]; });
    return object;
  }
  function symbol(name) { return typeof Symbol[name] === 'symbol' ? Symbol[name] : Symbol.for(name); }
  function kindOf(d) {
    if (d.get || d.set) return (d.get ? 'g' : '') + (d.set ? 's' : '');
    var value = d.value;
    if (typeof value === 'function') return 'f' + value.length;
    if (value === null) return 'null';
    if (typeof value === 'object') return 'o';
    if (typeof value === 'undefined') return 'u';
    if (typeof value === 'boolean') return 'b' + Number(value);
    if (typeof value === 'number') return 'n' + value;
    if (typeof value === 'string') return 't' + value.replace(/[\s:=%]/g, function (one) { return '%' + ('0' + one.charCodeAt(0).toString(16)).slice(-2); });
    throw new Error('no data: ' + typeof value);
  }
  console.log(JSON.stringify(wanted.map(function (one) {
    var object;
    try { object = find(one.path); } catch (error) { return null; }
    if (object === undefined || object === null) return null;
    var key = one.name.slice(0, 2) === '@@' ? symbol(one.name.slice(2)) : one.name;
    var d = Object.getOwnPropertyDescriptor(object, key);
    if (d === undefined) return null;
    return { word: one.name + (d.enumerable ? '!' : '') + '=' + kindOf(d), at: Reflect.ownKeys(object).indexOf(key) };
  })));
};

// What hangs on an object that the table makes.
const FILLED = '\n- `module.constants`: compileCacheStatus' +
  '\n- `module.constants.compileCacheStatus`: FAILED ENABLED ALREADY_ENABLED DISABLED';

const wanted = [];
const listed = readFileSync(join(__dirname, '../../../docs/SURFACE.md'), 'utf8').split('\n## Absent\n')[1].split('\n## ')[0]
  .concat(FILLED);
for (const line of listed.split('\n')) {
  const [, path, words] = /^- `(.*?)`: (.*)$/.exec(line) || [];
  for (const word of words ? words.split(' ') : []) {
    const name = word.replace(/:[-\d,]+$/, '');
    if (!LEFT.test(name)) wanted.push({ path, name });
  }
}
const found = process.argv.slice(2).map((node) =>
  JSON.parse(execFileSync(node, ['-e', `(${PROBE})(${JSON.stringify(wanted)})`], { encoding: 'utf8', maxBuffer: 1 << 26 })));

function versions(list) {
  if (list.length === MAJORS.length) return '';
  const [first, last] = [list[0], list[list.length - 1]];
  if (list.length !== last - first + 1) return ':' + list.map((at) => MAJORS[at]).join(',');
  return `:${first === 0 ? '' : MAJORS[first]}-${last === MAJORS.length - 1 ? '' : MAJORS[last]}`;
}
// What differs between versions has a word for each kind; the order is that of the newest which has it.
const lines = new Map();
wanted.forEach(({ path }, index) => {
  const kinds = new Map();
  found.forEach((one, version) => {
    if (one[index] === null) return;
    const { word, at } = one[index];
    const entry = kinds.get(word) ?? { list: [] };
    entry.list.push(version);
    entry.at = at;
    kinds.set(word, entry);
  });
  for (const [word, { list, at }] of kinds) {
    if (!lines.has(path)) lines.set(path, []);
    lines.get(path).push({ text: word + versions(list), at });
  }
});
for (const [path, words] of lines) {
  words.sort((a, b) => a.at - b.at);
  console.log(`${path}: ${words.map((word) => word.text).join(' ')}`);
}
