// What an executor calls throws: the call around `new Promise` goes on with its own arguments.
function refuse(what) {
  throw new Error(`no ${what}`);
}
const check = (what) => refuse(what);
class Order extends Promise {}

function first(...values) {
  console.log('first of', values.length, typeof values[0], values[values.length - 1] instanceof Promise);
  return values[0];
}

const quiet = (promise) => {
  promise.catch((error) => console.log('caught', error.message));
  return promise;
};

console.log(first('a', quiet(new Promise(() => check('tea')))));
console.log(first(1, 2, quiet(new Promise((resolve) => { [1].forEach(() => check('milk')); resolve(); }))) + 1);
console.log([first('b', quiet(new Order(() => { try { check('x'); } finally { console.log('finally'); } }))), 'end']);

Promise.allSettled([
  new Promise((resolve) => resolve('kept')),
  new Promise(() => check('sugar')),
  new Promise((resolve) => { resolve('settled before'); check('water'); }),
]).then((results) => {
  for (const { status, value, reason } of results) console.log(status, value || reason.message);
});

Promise.race([new Promise(() => check('bread')), new Promise((r) => setTimeout(r, 5, 'late'))])
  .then((value) => console.log('raced', value), (error) => console.log('lost', error.message));

(async () => {
  const result = await first(new Promise((resolve) => resolve(first('inner', quiet(new Promise(() => check('salt')))))), 2);
  console.log('awaited', result);
})();
