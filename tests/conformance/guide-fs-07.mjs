// Descriptors: open, read pieces, write at a place, close.
import { open, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
const dir = await mkdtemp(`${tmpdir()}/guide-`);
let handle;
try {
  handle = await open(`${dir}/file`, 'w+');
  await handle.write('hello world');
  const { bytesWritten } = await handle.write(Buffer.from('WORLD'), 0, 5, 6);
  console.log(bytesWritten);
  const buffer = Buffer.alloc(5);
  const { bytesRead } = await handle.read(buffer, 0, 5, 6);
  console.log(bytesRead, buffer.toString());
  console.log((await handle.stat()).size, await handle.readFile('utf8'));
  await handle.truncate(5);
  console.log((await handle.stat()).size);
} finally {
  await handle?.close();
  await rm(dir, { recursive: true });
}
console.log(handle.fd);
