// Reading synchronously, and what it gives without an encoding.
const fs = require('node:fs');
const dir = fs.mkdtempSync(require('os').tmpdir() + '/guide-');
try {
  fs.writeFileSync(`${dir}/note`, 'caf\u00e9');
  const raw = fs.readFileSync(`${dir}/note`);
  console.log(raw, raw.length, raw.toString());
  const text = fs.readFileSync(`${dir}/note`, { encoding: 'latin1' });
  console.log(text.length);
  fs.readFileSync(`${dir}/missing`);
} catch (err) {
  console.log(err.code, err.syscall, err.errno, err.path === `${dir}/missing`);
} finally {
  fs.rmSync(dir, { recursive: true, force: true });
}
