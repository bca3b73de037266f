/* ---
title: One call stack, one thing at a time
about: A thread of the pool reads the file meanwhile, but it runs no JavaScript. Callbacks take turns, each on an empty stack, each to its end.
file one.txt: 1
latency fs.readFile one.txt: 5
--- */
const fs = require('fs');

function report(name) {
  console.log('begin', name);
  details(name);
  console.log('end', name);
}

// The stack is three frames high here.
// Whatever else is ready has to wait.
function details(name) {
  console.log('  looking at', name);
}

setTimeout(report, 50, 'a timer');
fs.readFile('one.txt', () => report('a file'));
setImmediate(report, 'an immediate');
report('the main program');
