const dns = require('dns');
dns.lookup('127.0.0.1', (e, a, f) => console.log('literal', e, a, f));
dns.lookup('::1', { all: true }, (e, a) => console.log('all', a));
dns.lookup('localhost', 4, (e, a, f) => { console.log('localhost', e, a, f); dns.promises.lookup('localhost', { family: 4 }).then((r) => console.log('promise', r)); });
dns.lookup('', (e, a, f) => console.log('empty', e, a, f));
process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('micro'));
try { dns.lookup('x'); } catch (e) { console.log(e.code); }
try { dns.lookup('x', { family: 5 }, () => {}); } catch (e) { console.log(e.code, e.message); }
