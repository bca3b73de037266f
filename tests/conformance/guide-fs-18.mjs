// A temporary file that is written whole, then moved into place.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'guide-'));
async function save(name, value) {
  const temporary = path.join(dir, `.${name}.tmp`);
  await fs.writeFile(temporary, JSON.stringify(value, null, 2) + '\n');
  await fs.rename(temporary, path.join(dir, name));
}
await save('config.json', { debug: true, list: [1, 2] });
await save('config.json', { debug: false });
console.log(await fs.readdir(dir), JSON.parse(await fs.readFile(path.join(dir, 'config.json'))));
await fs.rm(dir, { recursive: true, force: true });
console.log(await fs.stat(dir).then(() => 'there', (e) => e.code));
