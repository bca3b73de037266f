// an unsettled await: what listeners of exit see, and what they may set
process.on('exit', (code) => { console.log('exit', code, process.exitCode); process.exitCode = 5; });
await new Promise(() => {});
