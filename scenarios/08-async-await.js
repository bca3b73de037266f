/* ---
title: async and await
about: An async function runs at once, up to its first await. There it leaves the stack, and the rest of it comes back as a microtask.
file menu.txt: Soup
latency fs.readFile menu.txt: 5
--- */
const fs = require('fs');

function readMenu() {
  return new Promise((resolve) => {
    fs.readFile('menu.txt', 'utf8', (err, text) => resolve(text));
  });
}

async function dinner() {
  console.log('2 dinner begins at once');
  const menu = await readMenu();
  console.log('5 the menu says', menu);
  queueMicrotask(() => console.log('6 was queued before'));
  await null;
  console.log('7 after await null');
}

console.log('1 main');
dinner().then(() => console.log('8 dinner is over'));
console.log('3 main goes on');
process.nextTick(() => console.log('4 tick'));
setTimeout(() => console.log('9 much later'), 50);
