/* ---
stdin: Ann\nblue
--- */
const rl = require('readline').createInterface({ input: process.stdin, output: process.stdout });
rl.question('Name? ', (name) => { console.log('hello', name); rl.question('Colour? ', (c) => { console.log('nice', c); rl.close(); }); });
rl.on('close', () => console.log('closed'));
