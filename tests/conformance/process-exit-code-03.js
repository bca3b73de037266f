// process.exit with a text as code.
process.exitCode='4'; process.on('beforeExit',c=>console.log('before',typeof c)); process.on('exit',c=>{console.log(typeof c, typeof process.exitCode); process.exitCode = process.argv[2] ? 7.0 : '9'}); setTimeout(()=>process.exit(),1);
