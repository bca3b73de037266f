process.exit(3);
console.log(await null);
