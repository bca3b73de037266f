// children end in the order of their time
const { exec } = require('child_process');
for (const s of ['0.6', '0.2', '0.4']) exec('sleep ' + s, () => console.log('slept', s));
setTimeout(() => console.log('timer 300'), 300);
