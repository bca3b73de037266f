// The worker's Wasm in Node. The glue is a classic script for workers; it declares `wasm_bindgen`.

import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';

/** Gives what makes a fresh instance of the worker. `libraryFile` is what a worker would fetch with `importScripts`. */
export function instances(glueFile, moduleFile, libraryFile) {
  const script = (file, text) => new Script(text, { filename: file });
  if (libraryFile) script(libraryFile, readFileSync(libraryFile, 'utf8')).runInThisContext();
  const glue = script(glueFile, `(() => { ${readFileSync(glueFile, 'utf8')}\nreturn wasm_bindgen; })()`);
  const module = new WebAssembly.Module(readFileSync(moduleFile));
  return () => {
    const worker = glue.runInThisContext();
    worker.initSync({ module });
    return worker;
  };
}
