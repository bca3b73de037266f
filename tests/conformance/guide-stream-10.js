// Errors: who hears of them, and autoDestroy.
const { Writable, Readable } = require('stream');
const w = new Writable({ write(chunk, enc, cb) { cb(new Error('disk full')); } });
w.on('error', (e) => console.log('error', e.message, w.destroyed, w.errored === e));
w.on('close', () => console.log('close'));
w.write('x', (e) => console.log('callback', e.message));
const ended = new Writable({ write(c, e, cb) { cb(); } });
ended.end();
ended.on('error', (e) => console.log(e.code));
ended.write('late', (e) => console.log('late', e.code));
const r = new Readable({ read() {} });
r.push(null);
r.on('error', (e) => console.log(e.code));
r.push('after');
