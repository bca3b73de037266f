// Operators of readables.
import { Readable } from 'node:stream';
console.log(await Readable.from([1, 2, 3, 4]).filter((x) => x % 2 === 0).toArray());
console.log(await Readable.from([1, 2, 3]).map(async (x) => x * 2).toArray());
console.log(await Readable.from([1, 2, 3]).reduce((sum, x) => sum + x, 0));
console.log(await Readable.from([1, 2, 3]).take(2).toArray(), await Readable.from([1, 2, 3]).drop(2).toArray());
console.log(await Readable.from([1, 2]).flatMap((x) => [x, x]).toArray());
console.log(await Readable.from([1, 5]).some((x) => x > 4), await Readable.from([1, 5]).every((x) => x > 4), await Readable.from([1, 5]).find((x) => x > 4));
await Readable.from(['a', 'b']).forEach((x) => console.log(x));
