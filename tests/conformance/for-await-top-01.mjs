// a module whose only await is that of a loop: what the generator throws ends the process
process.on('exit', (code) => console.log('exit', code));
async function* numbers() {
  yield 1;
  throw new Error('no more');
}
for await (const n of numbers()) {
  console.log(n);
}
console.log('never');
