// await outside of functions makes it an ES module too
console.log('first');
await null;
console.log('second', typeof require);
