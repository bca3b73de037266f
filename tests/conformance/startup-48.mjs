// What a module knows of itself, and where its imports would be looked for.
const { dirname, filename, resolve, url } = import.meta;
console.log(Object.keys(import.meta), Object.getPrototypeOf(import.meta), typeof resolve);
console.log(url === `file://${new URL(url).pathname}`, filename === undefined || url.endsWith(filename), dirname === undefined || filename.startsWith(`${dirname}/`));
console.log(resolve('./x.js') === new URL('./x.js', url).href, resolve('../a/b.mjs') === new URL('../a/b.mjs', url).href, resolve('fs'), resolve('node:path'));
try {
  resolve('nowhere-to-be-found');
} catch (error) {
  console.log(error.code, error.message.split(' imported')[0]);
}
