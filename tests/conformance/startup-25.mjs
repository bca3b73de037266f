// process.exit() in a callback while the main module waits: code 0
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => process.exit(), 5);
await new Promise(() => {});
