// beforeExit with ticks, microtasks and a timer, three rounds
let round = 0;
process.on('beforeExit', (code) => {
  console.log('beforeExit', code, ++round);
  process.nextTick(() => console.log('tick', round));
  Promise.resolve().then(() => console.log('micro', round));
  if (round < 3) setTimeout(() => console.log('timer', round), 1);
});
process.on('exit', () => console.log('exit', round));
