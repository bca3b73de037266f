// A transform in a pipeline with a callback.
const { Transform, pipeline, Readable } = require('stream');
const upper = new Transform({
  transform(chunk, encoding, callback) {
    this.push(chunk.toString().toUpperCase());
    callback();
  },
  flush(callback) {
    this.push('!');
    callback();
  },
});
const parts = [];
pipeline(
  Readable.from(['hello', ' ', 'world']),
  upper,
  async function* (source) {
    source.setEncoding('utf8');
    for await (const chunk of source) yield `<${chunk}>`;
  },
  async (source) => {
    for await (const chunk of source) parts.push(chunk);
    return parts.join('');
  },
  (err, value) => {
    console.log(err ?? 'Pipeline succeeded.', value);
  },
);
console.log('started');
