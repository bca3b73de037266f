// a command that fails
const { exec, execFile } = require('child_process');
exec('false', (e, out, err) => { console.log(e.code, e.killed, e.signal, e.cmd, JSON.stringify(e.message), JSON.stringify(out));
  execFile('false', [], (e2) => console.log(e2.code, e2.cmd)); });
