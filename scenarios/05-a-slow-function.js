/* ---
title: A slow function stops everything
about: The timer is due after 10 ms, but its callback has to wait until the stack is empty. A timer says "not before", never "exactly at".
--- */
const started = Date.now();

setTimeout(() => {
  const late = Date.now() - started >= 300;
  console.log('the 10 ms timer, very late:', late);
}, 10);

// Work that takes 300 ms. The one thread
// is busy, and nobody else gets a turn.
function slow() {
  while (Date.now() - started < 300) {
    // still at it
  }
}

slow();
console.log('done at last');
