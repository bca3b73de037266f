// exitCode set in several places: the last one counts
process.exitCode = 1;
process.on('beforeExit', (code) => { console.log('beforeExit', code); process.exitCode = 2; });
process.on('exit', (code) => { console.log('exit', code); process.exitCode = 3; });
setTimeout(() => { console.log('timer', process.exitCode); }, 1);
