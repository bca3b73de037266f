// Cancelling a read with an AbortController.
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
const dir = await mkdtemp(`${tmpdir()}/guide-`);
await writeFile(`${dir}/f`, 'x'.repeat(100_000));
const controller = new AbortController();
const reading = readFile(`${dir}/f`, { signal: controller.signal });
controller.abort();
try {
  await reading;
  console.log('read');
} catch (err) {
  console.log(err.name, err.code, err.message);
}
await rm(dir, { recursive: true });
