const os = require('os');
console.log(os.EOL === '\n', os.platform(), os.type(), os.endianness(), os.tmpdir(), os.devNull, os.arch(), typeof os.cpus().length, os.constants.signals.SIGINT, os.constants.errno.ENOENT, typeof os.uptime(), `${os.platform}`, os.constants.priority);
console.log(Object.keys(os).filter((k) => typeof os[k] === 'function').length > 10, typeof os.hostname(), typeof os.userInfo().username, os.availableParallelism() > 0, os.totalmem() > os.freemem());
