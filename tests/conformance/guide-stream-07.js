// pipe, unpipe and its events.
const { PassThrough, Writable } = require('stream');
const source = new PassThrough();
const seen = [];
const sink = new Writable({ write(chunk, e, cb) { seen.push(chunk.toString()); cb(); } });
sink.on('pipe', (src) => console.log('pipe', src === source));
sink.on('unpipe', (src) => console.log('unpipe', src === source));
source.pipe(sink);
source.write('a');
setTimeout(() => {
  source.unpipe(sink);
  source.write('lost');
  setTimeout(() => {
    console.log(seen, source.readableFlowing, sink.writableEnded);
    source.resume();
    source.end();
    source.on('end', () => console.log('source over'));
  }, 5);
}, 5);
