// FileHandle: lines, streams, vectors.
import { open, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
const dir = await mkdtemp(`${tmpdir()}/guide-`);
const out = await open(`${dir}/f`, 'w');
await out.writev([Buffer.from('first\n'), Buffer.from('second\n')]);
await out.appendFile('third');
await out.close();
const file = await open(`${dir}/f`);
for await (const line of file.readLines()) console.log(line);
const again = await open(`${dir}/f`);
let text = '';
for await (const chunk of again.createReadStream({ encoding: 'utf8', start: 6, end: 11 })) text += chunk;
console.log(text);
await rm(dir, { recursive: true });
