//! The programs that are measured.

/// Ten lines as a lesson has them.
pub const TEN_LINES: &str = "\
const start = Date.now();
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
(async () => {
  await null;
  console.log('async');
})();
console.log('sync', start > 0);
";

/// Calls that do little: every one of them is a frame and a statement.
const CALLS: &str = "\
function fib(n) {
  if (n < 2) return n;
  return fib(n - 1) + fib(n - 2);
}
fib(20);
";

/// A loop that calls.
const LOOP: &str = "\
let total = 0;
function add(n) {
  total += n;
}
for (let i = 0; i < 20000; i++) {
  add(i);
}
";

/// Objects, arrays, strings and callbacks of built-in functions.
const OBJECTS: &str = "\
const words = [];
for (let i = 0; i < 3000; i++) {
  words.push({ id: i, text: 'word' + (i * 7919) % 3001 });
}
const sorted = words.slice().sort((a, b) => a.text < b.text ? -1 : 1);
const grouped = new Map();
for (const { id, text } of sorted) {
  const key = text.slice(0, 5);
  const list = grouped.get(key) ?? [];
  list.push(id);
  grouped.set(key, list);
}
JSON.stringify([...grouped.entries()].map(([key, ids]) => ({ key, sum: ids.reduce((a, b) => a + b, 0) })));
";

/// Text: split, matched, counted, put together.
const TEXT: &str = "\
const text = 'the quick brown fox jumps over the lazy dog and runs away '.repeat(60);
const counts = {};
for (const word of text.split(' ')) {
  if (!/^[a-z]+$/.test(word)) continue;
  counts[word] = (counts[word] ?? 0) + 1;
}
const lines = Object.entries(counts)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, count]) => `${word.padEnd(10)} ${String(count).padStart(4)}`);
lines.join('\\n').toUpperCase().replaceAll('O', '0');
";

/// Classes, closures and generators, as a lesson on data structures has them.
const CLASSES: &str = "\
class Node {
  constructor(value, next) {
    this.value = value;
    this.next = next;
  }
}
class List {
  #first = null;
  add(value) {
    this.#first = new Node(value, this.#first);
    return this;
  }
  *[Symbol.iterator]() {
    for (let at = this.#first; at; at = at.next) yield at.value;
  }
}
const list = new List();
for (let i = 0; i < 800; i++) list.add((i * 31) % 97);
const even = [...list].filter((n) => n % 2 === 0);
const memo = (f, known = new Map()) => (n) => known.get(n) ?? (known.set(n, f(n)), known.get(n));
const square = memo((n) => n * n);
even.map(square).reduce((a, b) => a + b, 0);
";

/// Programs without anything of Node's, which plain Boa runs too: what recording costs. The first two do nothing but what
/// probes are written for.
pub const PLAIN: [(&str, &str); 5] = [
    ("calls", CALLS),
    ("loop", LOOP),
    ("objects", OBJECTS),
    ("text", TEXT),
    ("classes", CLASSES),
];

/// A program that never ends and makes events of all sorts.
pub const ENDLESS: &str = "\
const queue = [];
let n = 0;
function work(name) {
  queue.push(name);
  if (queue.length > 5) queue.shift();
  n++;
}
async function later(name) {
  await null;
  work(name);
}
function turn() {
  setTimeout(() => work('timer'), n % 7);
  setImmediate(turn);
  process.nextTick(work, 'tick');
  later('async').then(() => work('then'));
  if (n % 10 === 0) console.log('turn', n);
}
turn();
";
