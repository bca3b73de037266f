// Measures the worker's Wasm in Node: node bench.mjs GLUE.js MODULE.wasm LIBRARY.js PROGRAMS.rs
// Prints a line `name value unit` for each measurement, with tabs between. PROGRAMS.rs holds the programs that are
// measured natively too.

import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { instances } from './worker.mjs';

const [glue, module, library, programsFile] = process.argv.slice(2);
const programs = readFileSync(programsFile, 'utf8');
const fresh = instances(glue, module, library);

/** The text of a constant in PROGRAMS.rs. */
function program(name) {
  const found = new RegExp(`const ${name}: &str = "\\\\\\n([^]*?)";`).exec(programs);
  if (!found) throw new Error(`${programsFile} has no ${name}`);
  return found[1];
}

/** Milliseconds of the shortest of many calls. */
function shortest(run) {
  const begin = performance.now();
  let least = Infinity;
  for (let runs = 0; runs < 5 || performance.now() - begin < 1000; runs++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const print = (name, value, unit) => console.log([name, value, unit].join('\t'));

const ten = program('TEN_LINES');
const start = performance.now();
fresh().record_scenario('ten', ten);
print('first run in a fresh instance, Wasm', performance.now() - start, 'ms');
const worker = fresh();
print('ten lines, Wasm', 1000 / shortest(() => worker.record_scenario('ten', ten)), 'runs/s');
const calls = program('CALLS');
print('calls, Wasm', shortest(() => worker.record_scenario('calls', calls)), 'ms');
