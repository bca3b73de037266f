// A child's standard input: cat gives back what it gets.
const { spawn, execFile, exec } = require('child_process');
const cat = spawn('cat');
cat.stdout.setEncoding('utf8');
cat.stdout.on('data', (d) => console.log('data', JSON.stringify(d)));
cat.on('close', (code) => console.log('close', code));
console.log(cat.stdin.write('one\n'));
setTimeout(() => { cat.stdin.write('two\n'); }, 100);
setTimeout(() => { cat.stdin.end('three'); }, 200);
