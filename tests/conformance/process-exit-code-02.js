// The code that beforeExit and exit are told, and one that an exit listener sets.
process.exitCode='4'; process.on('beforeExit',c=>console.log('before',typeof c)); process.on('exit',c=>{console.log(typeof c, typeof process.exitCode); try { process.exitCode='q'; } catch (e) { console.log(e.message) } });
