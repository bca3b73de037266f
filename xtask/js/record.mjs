// Records programs with the worker's Wasm: node record.mjs GLUE.js MODULE.wasm LIBRARY.js OUT_DIR PROGRAM.js...

import { readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { instances } from './worker.mjs';

const [glue, module, library, out, ...programs] = process.argv.slice(2);
const fresh = instances(glue, module, library);

for (const program of programs) {
  const { name } = parse(program);
  // A fresh instance each: no recording depends on those before it.
  const trace = fresh().record_scenario(name, readFileSync(program, 'utf8'));
  writeFileSync(join(out, `${name}.trace`), trace);
  console.log(`    ${name}: ${trace.length} bytes`);
}
