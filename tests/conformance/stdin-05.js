/* ---
stdin: Ann
--- */
const rl = require('readline/promises').createInterface({ input: process.stdin, output: process.stdout });
(async () => { const name = await rl.question('Name? '); console.log('hello', name); rl.close(); })();
