// descriptors: positions, appending, truncation, vectors
const fs = require('fs'), os = require('os'), path = require('path'); const f = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'api-')), 'f');
const fd = fs.openSync(f, 'w+'); console.log(fs.writeSync(fd, 'hello world'), fs.writeSync(fd, Buffer.from('HEY'), 0, 3, 0), fs.writevSync(fd, [Buffer.from('a'), Buffer.from('bc')]));
const b = Buffer.alloc(5); console.log(fs.readSync(fd, b, 0, 5, 0), b.toString(), fs.readSync(fd, b, { position: 6 }), b.toString(), fs.readSync(fd, b, 0, 5, null));
fs.ftruncateSync(fd, 4); console.log(fs.fstatSync(fd).size, fs.readFileSync(f, 'utf8')); fs.closeSync(fd);
fs.appendFileSync(f, '!'); fs.truncateSync(f, 3); console.log(fs.readFileSync(f, 'latin1')); fs.writeFileSync(f, 'x', { flag: 'a' }); console.log(fs.readFileSync(f).toString());
const r = fs.openSync(f); try { fs.writeSync(r, 'x'); } catch (e) { console.log(e.code, e.syscall, e.message); } console.log(fs.readFileSync(r, 'utf8'), fs.readFileSync(r, 'utf8') === ''); fs.closeSync(r);
fs.chmodSync(f, 0o600); fs.utimesSync(f, 10, 20); const s = fs.statSync(f); console.log((s.mode & 0o777).toString(8), s.mtimeMs, s.atime.toISOString(), s.isFile(), s.nlink);
fs.symlinkSync(f, f + '.l'); fs.linkSync(f, f + '.h'); console.log(fs.lstatSync(f + '.l').isSymbolicLink(), fs.readlinkSync(f + '.l') === f, fs.statSync(f).nlink, fs.realpathSync(f + '.l') === fs.realpathSync(f)); fs.rmSync(path.dirname(f), { recursive: true });
