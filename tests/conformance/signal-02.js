// once for a signal, then an interval ends
let n = 0;
process.once('SIGTERM', () => { console.log('SIGTERM'); clearInterval(i); });
const i = setInterval(() => { console.log('interval', ++n); if (n === 2) process.kill(process.pid, 'SIGTERM'); }, 50);
process.on('exit', (c) => console.log('exit', c));
