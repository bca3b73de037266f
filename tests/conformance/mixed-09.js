/* ---
command no-such-command-here x: missing
--- */
// child_process: exec, spawn and execFile with codes, signals and what is not there.
const { exec, spawn, execFile, spawnSync, execSync } = require('child_process');
exec('echo one', (e, out, err) => {
  console.log(e, JSON.stringify(out), JSON.stringify(err));
  const c = spawn('echo', ['two', 'three']);
  c.stdout.setEncoding('utf8');
  c.stdout.on('data', (d) => console.log('data', JSON.stringify(d)));
  c.stdout.on('end', () => console.log('stdout end'));
  c.on('spawn', () => console.log('spawn', typeof c.pid));
  c.on('close', (code) => {
    console.log('close', code, c.exitCode, c.spawnfile, c.spawnargs);
    execFile('false', (e2) => {
      console.log(e2.code, e2.killed, e2.signal, e2.cmd, e2.message.trim());
      const missing = spawn('no-such-command-here', ['x']);
      missing.on('error', (e3) => { console.log(e3.code, e3.syscall, e3.path, e3.spawnargs, missing.pid); 
        const s = spawn('sleep', ['5']);
        s.on('exit', (code2, sig) => { console.log('killed', code2, sig, s.killed, s.signalCode); });
        console.log(s.kill(), s.killed);
      });
    });
  });
});
