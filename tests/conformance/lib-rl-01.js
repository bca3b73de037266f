const readline = require('readline');
const { Readable, PassThrough } = require('stream');
const input = Readable.from(['one\ntw', 'o\r\nthree\r', '\nfour', '\n\nlast']);
const rl = readline.createInterface({ input });
rl.on('line', (line) => console.log('line', JSON.stringify(line))).on('close', () => { console.log('close', rl.closed); next(); });
rl.on('pause', () => console.log('pause')).on('resume', () => console.log('resume'));
process.nextTick(() => console.log('tick')); console.log('sync', rl.terminal, rl.getPrompt());
async function next() {
  const rl2 = readline.createInterface({ input: Readable.from(['a\nb\nc']), crlfDelay: Infinity });
  for await (const line of rl2) console.log('got', line);
  const out = new PassThrough(); const inp = new PassThrough(); out.setEncoding('utf8'); out.on('data', (d) => console.log('out', JSON.stringify(d)));
  const rl3 = readline.createInterface({ input: inp, output: out, prompt: 'q> ' });
  rl3.question('name? ', (answer) => { console.log('answer', answer); rl3.prompt(); rl3.on('line', (l) => { console.log('then', l); rl3.close(); rl3.close(); try { rl3.question('x', () => {}); } catch (e) { console.log(e.code, e.message); } }); });
  inp.write('bob\nmore\n');
  const rp = require('readline/promises').createInterface({ input: Readable.from(['yes\nno\n']), output: out });
  rp.question('sure? ').then((a) => { console.log('promised', a); rp.close(); });
}
