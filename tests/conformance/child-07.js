// stdio inherit and ignore
const { spawn } = require('child_process');
const a = spawn('echo', ['inherited'], { stdio: 'inherit' });
a.on('close', () => { console.log(a.stdout, a.stdin); const b = spawn('echo', ['ignored'], { stdio: 'ignore' }); b.on('close', (code) => console.log('close', code, b.stdout)); });
