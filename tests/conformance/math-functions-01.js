'use strict';
// A thousand values of every function of Math, and of the operator **: a digest of each, and some in full.
let state = 12345;
const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
const values = [0, -0, 1, -1, 0.5, 2, 10, 1e-5, Infinity, -Infinity, NaN, Number.MIN_VALUE, Number.MAX_VALUE];
while (values.length < 1000) {
  const sign = next() < 0.5 ? -1 : 1;
  const scale = [1, 10, 1000, 1e-5, 700, 1e5][values.length % 6];
  values.push(values.length % 7 ? sign * next() * scale : Math.floor(sign * next() * 100));
}
const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);
const digest = (results) => {
  let hash = 0;
  for (const result of results) {
    double[0] = Number.isNaN(result) ? 0 : result;
    hash = (Math.imul(hash, 31) + words[0]) | 0;
    hash = (Math.imul(hash, 31) + words[1]) | 0;
  }
  return hash >>> 0;
};
const seen = new Set(['random', 'f16round', 'sumPrecise']);
for (const name of Object.getOwnPropertyNames(Math).sort()) {
  if (typeof Math[name] !== 'function' || seen.has(name)) continue;
  const f = Math[name];
  const results = f.length < 2 ? values.map((x) => f(x)) : values.map((x, i) => f(x, values[(i * 7 + 3) % 1000]));
  console.log(name, f.length, digest(results), results[20], results[500], results[999]);
}
console.log('**', digest(values.map((x, i) => Math.abs(x) ** values[(i * 3 + 1) % 1000])));
console.log('** of whole numbers', digest(values.map((x, i) => x ** ((i % 61) - 30))));
console.log(10 ** -5, 50 ** -2, 1.1 ** 10, (-100) ** 18, 2 ** 0.5, 2 ** -1074);
