// An async function that ends the process in the middle of an expression: nothing is printed any more.
async function* numbers() { yield 1; }
process.on('exit', (code) => console.log('exit', code));
(async () => {
  for await (const n of numbers()) console.log('number', n);
  console.log('printed', [1, 2].map((n) => n * 2), (async () => { process.exit(3); })(), console.log('never'));
})();
