process.on('exit', (e) => { console.log('x', e, process.exitCode); process.exitCode = 0; }); console.log(1); await Promise.reject(new Error('e'));
