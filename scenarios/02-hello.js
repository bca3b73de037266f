/* ---
title: Hello, Node
about: Node runs JavaScript outside the browser. The main program runs from top to bottom; then nothing is left to do, and the process ends.
--- */
// One thing after the other: that is
// all there is to the main program.
const greeting = 'Hello, World!';
console.log(greeting);

function shout(text) {
  return text.toUpperCase() + '!';
}

// A call puts a frame on the stack;
// its return takes it away.
console.log(shout('this is node'));
