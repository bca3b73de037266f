// Encodings: a character that is cut in two, default encodings.
const { Readable, Writable } = require('stream');
const euro = Buffer.from('€uro');
const r = new Readable({ read() {} });
r.setEncoding('utf8');
r.on('data', (t) => console.log(JSON.stringify(t)));
r.push(euro.subarray(0, 1));
r.push(euro.subarray(1));
r.push(null);
const w = new Writable({ decodeStrings: false, write(chunk, encoding, cb) { console.log(typeof chunk, encoding, chunk); cb(); } });
w.setDefaultEncoding('latin1');
w.write('plain');
w.write('68656c6c6f', 'hex');
new Writable({ write(chunk, encoding, cb) { console.log(chunk, encoding); cb(); } }).end('68656c6c6f', 'hex');
try { w.write('x', 'nope'); } catch (e) { console.log(e.code); }
