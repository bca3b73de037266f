// Writes the library: what of Node's own JavaScript the engine asks for while a program runs. A classic script for workers.
// node library.mjs GLUE.js MODULE.wasm FOLDER OUT.js
// Which files of FOLDER that are is known to the module.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instances } from './worker.mjs';

const [glueFile, moduleFile, folder, out] = process.argv.slice(2);
const names = instances(glueFile, moduleFile)().library_files().split('\n');
const texts = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
writeFileSync(out, `var libraryTexts = ${JSON.stringify(texts)};\n`);
