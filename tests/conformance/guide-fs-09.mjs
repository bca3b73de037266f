// A folder's entries as they come.
import { opendir, mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
const dir = await mkdtemp(`${tmpdir()}/guide-`);
await mkdir(`${dir}/inner`);
await writeFile(`${dir}/x.txt`, '');
const found = [];
const opened = await opendir(dir);
for await (const entry of opened) found.push(`${entry.name} ${entry.isDirectory() ? 'folder' : 'file'}`);
console.log(found.sort());
try { await opened.read(); } catch (e) { console.log(e.code); }
await rm(dir, { recursive: true });
