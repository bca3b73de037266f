// setting the code in an exit listener after a fatal error
process.on('exit', (code) => { console.log('exit', code); process.exitCode = 9; });
setTimeout(() => { throw new Error('fatal'); }, 1);
setTimeout(() => console.log('never'), 20);
