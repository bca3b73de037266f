const dns = require('dns');
dns.lookup('nowhere.invalid', (e, a) => console.log(e.code, e.syscall, e.hostname, a));
require('http').get({ host: 'nowhere.invalid' }).on('error', (e) => console.log('http', e.code, e.message));
