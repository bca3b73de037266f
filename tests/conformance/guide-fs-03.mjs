// Promises: reading several files at a time.
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
const dir = await mkdtemp(join(tmpdir(), 'guide-'));
const names = ['one', 'two', 'three'];
await Promise.all(names.map((name, at) => writeFile(join(dir, name), name.repeat(at + 1))));
const texts = await Promise.all(names.map((name) => readFile(join(dir, name), { encoding: 'utf8' })));
console.log(texts);
try {
  await readFile(join(dir, 'four'));
} catch ({ code, syscall }) {
  console.log(code, syscall);
}
await rm(dir, { recursive: true });
