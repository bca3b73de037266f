// rejections made while rejections are looked at
let rounds = 0;
process.on('unhandledRejection', (reason) => {
  console.log('unhandled', reason);
  if (++rounds < 3) { Promise.reject(reason + 1); process.nextTick(() => console.log('tick', reason)); }
});
Promise.reject(1);
process.nextTick(() => console.log('first tick'));
setImmediate(() => console.log('immediate'));
