process.on('exit', (e) => { console.log('x', e, process.exitCode);process.exitCode=undefined; }); throw 5
