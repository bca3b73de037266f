// Standard output of a worker goes through its parent; unref lets the parent end.
const { Worker } = require('worker_threads');
const first = new Worker("console.log('one'); console.log('two'); console.error('to stderr'); process.stdout.write('three\\n');", { eval: true });
first.on('exit', () => {
  console.log('first is over');
  const second = new Worker("console.log('captured');", { eval: true, stdout: true });
  let text = '';
  second.stdout.setEncoding('utf8');
  second.stdout.on('data', (d) => { text += d; });
  second.stdout.on('end', () => {
    console.log('end', JSON.stringify(text));
    const third = new Worker('setInterval(() => {}, 1000)', { eval: true, env: { A: '1' }, argv: ['x'] });
    third.unref();
    third.on('exit', () => console.log('never'));
  });
});
process.on('exit', () => console.log('exit'));
