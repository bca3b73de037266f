// Records programs with the worker's Wasm: node record.mjs GLUE.js MODULE.wasm OUT_DIR PROGRAM.js...
// The glue is a classic script for workers; it declares `wasm_bindgen`.

import { readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { Script } from 'node:vm';

const [glueFile, moduleFile, out, ...programs] = process.argv.slice(2);
const glue = new Script(`(() => { ${readFileSync(glueFile, 'utf8')}\nreturn wasm_bindgen; })()`, { filename: glueFile });
const module = new WebAssembly.Module(readFileSync(moduleFile));

for (const program of programs) {
  const { name } = parse(program);
  // A fresh instance each: no recording depends on those before it.
  const worker = glue.runInThisContext();
  worker.initSync({ module });
  const trace = worker.record_scenario(name, readFileSync(program, 'utf8'));
  writeFileSync(join(out, `${name}.trace`), trace);
  console.log(`    ${name}: ${trace.length} bytes`);
}
