// constants and classes
const http = require('http');
console.log(http.METHODS.length, http.METHODS.slice(0, 3), http.STATUS_CODES[404], http.STATUS_CODES[418], Object.keys(http.STATUS_CODES).length, http.maxHeaderSize);
console.log(http.Agent.name, http.globalAgent.keepAlive, http.globalAgent.maxSockets, http.globalAgent.getName({ host: 'h', port: 80 }), typeof http.ServerResponse, http.IncomingMessage.name);
try { http.request({ method: 'BAD METHOD' }); } catch (e) { console.log(e.code, e.message); }
try { http.request({ path: '/a b' }); } catch (e) { console.log(e.code, e.message); }
try { http.request({ protocol: 'ftp:' }); } catch (e) { console.log(e.code, e.message); }
const s = http.createServer(); console.log(s.keepAliveTimeout, s.requestTimeout, s.headersTimeout, s.timeout, s.listening, s.maxHeadersCount);
