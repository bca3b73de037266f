// Links.
const fs = require('fs');
const path = require('path');
const dir = fs.realpathSync(fs.mkdtempSync(require('os').tmpdir() + '/guide-'));
const at = (name) => path.join(dir, name);
fs.writeFileSync(at('target'), 'data');
fs.symlinkSync('target', at('soft'));
fs.linkSync(at('target'), at('hard'));
console.log(fs.readlinkSync(at('soft')), fs.lstatSync(at('soft')).isSymbolicLink(), fs.statSync(at('soft')).isSymbolicLink());
console.log(fs.statSync(at('target')).nlink, path.basename(fs.realpathSync(at('soft'))));
fs.unlinkSync(at('target'));
console.log(fs.existsSync(at('soft')), fs.readFileSync(at('hard'), 'utf8'));
fs.promises.readFile(at('soft')).catch((e) => console.log(e.code)).finally(() => fs.rmSync(dir, { recursive: true }));
