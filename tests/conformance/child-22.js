// cat with all its forms: exec, execFile, sync, killed, without input.
const { spawn, execFile, exec, execSync, spawnSync, execFileSync } = require('child_process');
console.log(execFileSync('cat', { input: 'given' }).toString(), spawnSync('cat', { input: 'x\ny', encoding: 'utf8' }).stdout);
const child = exec('cat', (err, stdout) => {
  console.log('exec', err, JSON.stringify(stdout));
  const killed = spawn('cat');
  killed.on('exit', (code, signal) => console.log('killed', code, signal));
  killed.on('close', () => {
    console.log('closed');
    const none = spawn('cat', { stdio: ['ignore', 'pipe', 'inherit'] });
    none.stdout.on('data', () => console.log('never'));
    none.on('close', (code) => {
      console.log('no input', code);
      const p = spawn('cat', [], { stdio: ['pipe', 'inherit', 'inherit'] });
      p.stdin.end('straight out\n');
      p.on('close', (code) => console.log('over', code));
    });
  });
  setTimeout(() => console.log(killed.kill()), 50);
});
child.stdin.write('a');
child.stdin.end('b');
