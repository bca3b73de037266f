// Chains by compose and by hand: lines of a text.
const { Transform, Readable } = require('stream');
class Lines extends Transform {
  #rest = '';
  constructor() { super({ readableObjectMode: true }); }
  _transform(chunk, encoding, callback) {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) this.push(line);
    callback();
  }
  _flush(callback) {
    if (this.#rest) this.push(this.#rest);
    callback();
  }
}
const text = Readable.from(['fir', 'st\nsecond\nth', 'ird\n', 'last'], { objectMode: false });
text.pipe(new Lines()).on('data', (line) => console.log('line:', line)).on('end', () => console.log('end'));
