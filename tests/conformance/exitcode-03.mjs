process.exitCode = 0; process.on('exit', (e) => { console.log('x', e, process.exitCode); }); await new Promise(() => {});
