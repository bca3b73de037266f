// Back pressure by hand: a writer that waits for drain.
const { Writable } = require('stream');
const slow = new Writable({
  highWaterMark: 3,
  write(chunk, encoding, callback) { setTimeout(callback, 2); },
});
let i = 5;
function write() {
  let ok = true;
  do {
    i--;
    if (i === 0) slow.write(String(i), () => console.log('last written'));
    else ok = slow.write(String(i));
    console.log(i, ok, slow.writableLength);
  } while (i > 0 && ok);
  if (i > 0) slow.once('drain', () => { console.log('drain'); write(); });
}
write();
