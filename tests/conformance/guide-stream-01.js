// A readable that is made by hand, read as it flows.
const { Readable } = require('node:stream');
class Counter extends Readable {
  constructor(limit, options) {
    super(options);
    this.limit = limit;
    this.index = 1;
  }
  _read() {
    const i = this.index++;
    if (i > this.limit) this.push(null);
    else this.push(Buffer.from(String(i), 'ascii'));
  }
}
const counter = new Counter(4);
counter.on('data', (chunk) => console.log(`Received ${chunk.length} bytes: ${chunk}`));
counter.on('end', () => console.log('There will be no more data.'));
counter.on('close', () => console.log('closed'));
console.log(counter.readableFlowing, counter.readableHighWaterMark);
