// kill
const { spawn } = require('child_process');
const c = spawn('sleep', ['10']);
c.on('exit', (code, signal) => console.log('exit', code, signal, c.killed, c.exitCode, c.signalCode)).on('close', (code, signal) => { console.log('close', code, signal); console.log(c.kill()); });
setTimeout(() => console.log('kill', c.kill()), 100);
