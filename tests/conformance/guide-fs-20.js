// A recursive walk with promises, folders first.
const { promises: fs, mkdtempSync } = require('fs');
const path = require('path');
const root = mkdtempSync(require('os').tmpdir() + '/guide-');
async function* walk(dir) {
  const entries = await fs.readdir(dir, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) yield* walk(full);
    else yield full;
  }
}
(async () => {
  await fs.mkdir(path.join(root, 'src', 'lib'), { recursive: true });
  await fs.writeFile(path.join(root, 'README'), '# hi');
  await fs.writeFile(path.join(root, 'src', 'index.js'), '');
  await fs.writeFile(path.join(root, 'src', 'lib', 'util.js'), 'x');
  let total = 0;
  for await (const file of walk(root)) {
    const { size } = await fs.stat(file);
    total += size;
    console.log(path.relative(root, file), size);
  }
  console.log({ total });
  await fs.rm(root, { recursive: true });
})().catch(console.error);
