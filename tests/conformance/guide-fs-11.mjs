// Lines of a file, one after the other.
import { createReadStream, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
const dir = mkdtempSync(`${tmpdir()}/guide-`);
writeFileSync(`${dir}/lines`, 'red\ngreen\r\nblue');
const lines = createInterface({ input: createReadStream(`${dir}/lines`), crlfDelay: Infinity });
let at = 0;
for await (const line of lines) {
  at += 1;
  console.log(`${at}: ${line}`);
}
rmSync(dir, { recursive: true });
