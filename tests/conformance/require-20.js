// require of an ES module's namespace of Node's own, cycles with itself
const me = require(__filename);
console.log(me === module.exports, Object.keys(me).length, module.loaded, require.main === module);
exports.late = 1;
console.log(Object.keys(me).join(), require('events') === require('node:events'));
try { require('./nothing-here'); } catch (error) { console.log(error.code, error.message.split('\n')[0]); }
