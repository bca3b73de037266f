// Prints the sum of the sizes of files, each compressed by brotli at its best: node brotli.mjs FILE...

import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
const sizes = process.argv.slice(2).map((file) => brotliCompressSync(readFileSync(file), { params }).length);
console.log(sizes.reduce((sum, size) => sum + size, 0));
