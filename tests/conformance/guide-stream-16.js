// once and on of events over streams.
const { once, on } = require('events');
const { PassThrough } = require('stream');
(async () => {
  const p = new PassThrough();
  setTimeout(() => { p.write('1'); p.write('2'); p.end(); }, 1);
  const [first] = await once(p, 'data');
  console.log('first', String(first));
  p.on('data', (d) => console.log('then', String(d)));
  await once(p, 'end');
  console.log('over');
})();
