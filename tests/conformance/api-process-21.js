// process.emitWarning in its forms, process.kill with 0 and its errors.
process.on('warning', (w) => console.log(w.name, '|', w.code, '|', w.message, '|', w.detail));
process.emitWarning('plain');
process.emitWarning('typed', 'CustomWarning', 'C001');
process.emitWarning('options', { type: 'T', code: 'C2', detail: 'more' });
process.emitWarning(Object.assign(new Error('an error'), { name: 'Mine' }));
process.emitWarning('dep', 'DeprecationWarning', 'DEP_A');
for (const args of [[1], [{}], ['x', 5], ['x', 'T', 5], ['x', 'T', 'c', 5]]) {
  try { process.emitWarning(...args); console.log('no error'); } catch (e) { console.log(e.code, e.message); }
}
console.log(process.kill(process.pid, 0));
for (const args of [['x'], [process.pid, 'SIGNOPE'], [process.pid, {}]]) {
  try { process.kill(...args); console.log('sent'); } catch (e) { console.log(e.name, e.code, e.message); }
}
process.on('SIGUSR2', (name, number) => { console.log('got', name, number); clearInterval(alive); });
const alive = setInterval(() => {}, 1000);
setTimeout(() => process.kill(process.pid, 'SIGUSR2'), 5);
console.log('main');
