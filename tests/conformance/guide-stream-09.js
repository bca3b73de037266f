// A duplex: both sides are their own.
const { Duplex } = require('stream');
const kSource = [];
const duplex = new Duplex({
  allowHalfOpen: true,
  read() { while (kSource.length) this.push(kSource.shift()); },
  write(chunk, encoding, callback) { kSource.push(`echo ${chunk}`); this._read(); callback(); },
  final(callback) { this.push(null); callback(); },
});
duplex.setEncoding('utf8');
duplex.on('data', (d) => console.log(d));
duplex.on('finish', () => console.log('finish'));
duplex.on('end', () => console.log('end'));
duplex.on('close', () => console.log('close'));
duplex.write('one');
duplex.write('two');
duplex.end();
