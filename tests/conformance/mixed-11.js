// readline over a stream: lines, for await, question, close and history of events.
const readline = require('readline'); const { PassThrough, Readable } = require('stream');
const input = new PassThrough(); const output = new PassThrough(); const shown = [];
output.on('data', (c) => shown.push(String(c)));
const rl = readline.createInterface({ input, output, prompt: '> ' });
for (const e of ['line', 'close', 'pause', 'resume', 'history', 'SIGINT']) rl.on(e, (x) => console.log(e, x === undefined ? '' : JSON.stringify(x)));
rl.prompt();
input.write('first\nsec'); input.write('ond\r\nthird\n\n');
setImmediate(() => {
  rl.question('name? ', (a) => { console.log('answer', a); rl.pause(); setImmediate(() => { rl.resume(); input.write('after\n'); input.end('rest'); }); });
  input.write('Ann\n');
});
rl.on('close', async () => {
  console.log(JSON.stringify(shown.join('')));
  try { rl.question('again?', () => {}); } catch (e) { console.log(e.code, e.message); }
  for await (const line of readline.createInterface({ input: Readable.from(['a\nb', '\nc']), crlfDelay: Infinity })) console.log('for', line);
  const p = require('readline/promises').createInterface({ input: Readable.from(['yes\nno\n']), output: new PassThrough() });
  console.log(await p.question('? ')); p.close();
});
