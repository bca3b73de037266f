// exec, execFile and spawn: order of their events
const { exec, execFile, spawn } = require('child_process');
exec('echo hello world', (e, out, err) => console.log('exec', e, JSON.stringify(out), JSON.stringify(err)));
const c = spawn('sleep', ['0.3']);
c.on('spawn', () => console.log('spawn')).on('exit', (code, signal) => console.log('exit', code, signal)).on('close', (code) => console.log('close', code));
process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('micro')); setImmediate(() => console.log('immediate'));
console.log(typeof c.pid, c.exitCode, c.killed, c.spawnfile, c.spawnargs);
