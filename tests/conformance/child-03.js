// synchronous forms
const { execSync, execFileSync, spawnSync } = require('child_process');
setImmediate(() => console.log('immediate')); process.nextTick(() => console.log('tick'));
console.log(JSON.stringify(execSync('echo one').toString()), JSON.stringify(execSync('echo two', { encoding: 'utf8' })), execFileSync('echo', ['three']).toString().trim());
const r = spawnSync('echo', ['four'], { encoding: 'utf8' }); console.log(r.status, r.signal, r.stdout.trim(), JSON.stringify(r.stderr), r.output.length);
try { execSync('false'); } catch (e) { console.log(e.status, e.message); }
console.log(spawnSync('true').status, spawnSync('sleep', ['0.05']).status);
