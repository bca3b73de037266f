// close of a server that does not listen; listening twice
const net = require('net');
const s = net.createServer();
s.close((e) => console.log('close', e.code, e.message));
s.on('close', () => console.log('close event'));
const t = net.createServer().listen(0, '127.0.0.1', () => { try { t.listen(0); } catch (e) { console.log(e.code, e.message); } t.close(); });
try { net.connect({}); } catch (e) { console.log(e.code, e.message); }
try { net.connect(70000); } catch (e) { console.log(e.name, e.code, e.message); }
