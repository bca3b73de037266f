// destroy and construct.
const { Writable, Readable } = require('stream');
class File extends Writable {
  constructor(name) { super(); this.name = name; }
  _construct(callback) { console.log('open', this.name); setTimeout(() => { console.log('opened'); callback(); }, 2); }
  _write(chunk, e, callback) { console.log('write', String(chunk)); callback(); }
  _destroy(err, callback) { console.log('destroy', err?.message); callback(err); }
}
const f = new File('f.txt');
f.on('close', () => console.log('closed', f.closed));
f.end('text');
const g = new Readable({ construct(cb) { cb(new Error('no such thing')); }, read() {} });
g.on('error', (e) => console.log('g', e.message)).on('close', () => console.log('g closed'));
