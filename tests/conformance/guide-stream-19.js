// Reading in flowing mode, pausing for a while.
const { Readable } = require('stream');
const r = Readable.from(['1', '2', '3']);
r.on('data', (chunk) => {
  console.log('data', chunk, r.isPaused());
  r.pause();
  console.log('paused', r.isPaused(), r.readableFlowing);
  setTimeout(() => { console.log('resume'); r.resume(); }, 3);
});
r.on('pause', () => console.log('pause event'));
r.on('resume', () => console.log('resume event'));
r.on('end', () => console.log('end'));
