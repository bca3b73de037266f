// errors of the synchronous calls
const fs = require('fs'), os = require('os'), path = require('path'); const d = fs.mkdtempSync(path.join(os.tmpdir(), 'api-')); const p = (n) => path.join(d, n);
fs.writeFileSync(p('f'), 'x'); fs.mkdirSync(p('d')); fs.writeFileSync(p('d/in'), 'y');
const T = (n, f) => { try { console.log(n, 'ok', f()); } catch (e) { console.log(n, e.name, e.code, e.message.replaceAll(d, '')); } };
T('open', () => fs.openSync(p('no'))); T('mkdir', () => fs.mkdirSync(p('d'))); T('mkdir 2', () => fs.mkdirSync(p('no/x'))); T('rmdir', () => fs.rmdirSync(p('d'))); T('rmdir 2', () => fs.rmdirSync(p('f'))); T('unlink', () => fs.unlinkSync(p('d')));
T('rename', () => fs.renameSync(p('no'), p('b'))); T('rename 2', () => fs.renameSync(p('f'), p('d'))); T('copy', () => fs.copyFileSync(p('f'), p('d'))); T('copy 2', () => fs.copyFileSync(p('f'), p('f2'), fs.constants.COPYFILE_EXCL)); T('copy 3', () => fs.copyFileSync(p('f'), p('f2'), 1));
T('readlink', () => fs.readlinkSync(p('f'))); T('rm', () => fs.rmSync(p('no'))); T('rm 2', () => fs.rmSync(p('d'))); T('rm 3', () => fs.rmSync(p('no'), { force: true })); T('close', () => fs.closeSync(9999)); T('read dir', () => fs.readFileSync(p('d'))); T('notdir', () => fs.readFileSync(p('f/x')));
T('flag', () => fs.openSync(p('f'), 'zz')); T('wx', () => fs.writeFileSync(p('f'), '', { flag: 'wx' })); T('fd', () => fs.closeSync('1')); T('path', () => fs.openSync({})); T('data', () => fs.writeFileSync(p('f'), 5)); T('cb', () => fs.stat(p('f'))); T('recursive', () => fs.mkdirSync(p('q/r/s'), { recursive: true }).replace(d, '')); T('again', () => fs.mkdirSync(p('q/r/s'), { recursive: true }));
console.log(fs.readdirSync(d), fs.readdirSync(d, { recursive: true }), fs.readdirSync(d, { withFileTypes: true }).map((e) => [e.name, e.isDirectory(), e.isFile()]), fs.statSync(p('no'), { throwIfNoEntry: false }));
fs.rmSync(d, { recursive: true }); console.log(fs.existsSync(d));
