// Makes the table of names from real versions of Node:
//
//     node merge.js NODE10 NODE18 NODE20 NODE22 NODE24 NODE26 > ../src/surface/table.txt
//
// with the paths of their binaries. `dump.js` beside this file is what each of them runs.
'use strict';
const { execFileSync } = require('child_process');
const { join } = require('path');
const MAJORS = [10, 18, 20, 22, 24, 26];
const MODULES = 'assert assert/strict async_hooks buffer child_process crypto dns dns/promises events fs fs/promises http https net os path ' +
  'perf_hooks querystring readline readline/promises stream stream/consumers stream/promises string_decoder timers timers/promises url util ' +
  'util/types worker_threads zlib';
const wanted = new Set(MODULES.split(' ').map((id) => `module ${id}`));
const dumps = process.argv.slice(2).map((node) => JSON.parse(execFileSync(node, [join(__dirname, 'dump.js')], { encoding: 'utf8' })));
const majors = dumps.map((dump) => dump.major);
if (majors.join() !== MAJORS.join()) throw new Error(`these are ${majors}, not ${MAJORS}`);

function versions(list) {
  if (list.length === MAJORS.length) return '';
  const [first, last] = [list[0], list[list.length - 1]];
  if (list.length !== last - first + 1) return ':' + list.map((at) => MAJORS[at]).join(',');
  return `:${first === 0 ? '' : MAJORS[first]}-${last === MAJORS.length - 1 ? '' : MAJORS[last]}`;
}

const paths = new Set(dumps.flatMap((dump) => Object.keys(dump.names)));
for (const path of paths) {
  if (path.startsWith('module ') && !wanted.has(path)) continue;
  const all = new Map();
  dumps.forEach((dump, at) => {
    for (const [name, kind] of Object.entries(dump.names[path] ?? {})) {
      // Constants of modules are mostly all there or the module is not.
      const everywhere = dumps.every((one) => one.names[path] === undefined || one.names[path][name] === 'v');
      if (path.startsWith('module ') && everywhere && /^[A-Z_0-9]+$/.test(name)) continue;
      const entry = all.get(name) ?? { list: [] };
      entry.kind = kind;
      entry.list.push(at);
      all.set(name, entry);
    }
  });
  const words = [...all].map(([name, { kind, list }]) => name + { f: '', v: '=', a: '?' }[kind] + versions(list));
  if (words.length > 0) console.log(`${path}: ${words.join(' ')}`);
}
