/* ---
title: Who comes first, in the main program?
about: Here either may be first. It depends on whether a millisecond has passed when the loop begins, and Node does not promise that.
--- */
// Many lessons say that one of these two
// is always first. Neither is.
setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));

console.log('main done');
