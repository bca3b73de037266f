// isIP and friends, errors of arguments
const net = require('net');
console.log(net.isIP('1.2.3.4'), net.isIP('::1'), net.isIP('x'), net.isIPv4('256.1.1.1'), net.isIPv6('fe80::1%eth0'), net.isIPv6('1::2::3'), net.isIP('01.2.3.4'), net.isIP(''));
try { net.createServer(5); } catch (e) { console.log(e.code); }
try { net.createServer().listen({}); } catch (e) { console.log(e.code, e.message); }
try { net.createServer().listen(-1); } catch (e) { console.log(e.name, e.code, e.message); }
console.log(typeof net.Socket, net.Stream === net.Socket, net.connect === net.createConnection, net.Server.name);
