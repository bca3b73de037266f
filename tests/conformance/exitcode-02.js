process.on('exit', (e) => { console.log('x', e, process.exitCode); process.exitCode = 0; }); setTimeout(() => {throw new Error('e');});
