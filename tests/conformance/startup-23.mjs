// an exit code that the program set wins over that of an unsettled await
process.on('exit', (code) => console.log('exit', code, process.exitCode));
process.on('beforeExit', (code) => console.log('beforeExit', code));
process.exitCode = 3;
await new Promise(() => {});
