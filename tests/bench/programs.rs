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

/// Programs without anything of Node's, which plain Boa runs too: what recording costs.
pub const PLAIN: [(&str, &str); 3] = [("calls", CALLS), ("loop", LOOP), ("objects", OBJECTS)];

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
