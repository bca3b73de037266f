// signals to oneself
process.on('SIGUSR2', (name, number) => { console.log(name, number); process.removeAllListeners('SIGUSR2'); clearTimeout(t); });
const t = setTimeout(() => {}, 10000);
process.nextTick(() => console.log('tick'));
console.log(process.kill(process.pid, 'SIGUSR2'));
try { process.kill(process.pid, 'SIGNOPE'); } catch (e) { console.log(e.code, e.message); }
console.log(process.kill(process.pid, 0));
