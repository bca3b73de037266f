// Promise.all of several imports, and errors among them
Promise.all(['fs', 'path', 'events'].map((name) => import(name)))
  .then((all) => console.log('all', all.length, all.every((ns) => ns[Symbol.toStringTag] === 'Module')));
Promise.allSettled([import('fs'), import('./nope.js')])
  .then((all) => console.log(all.map((one) => one.status).join(), all[1].reason.code));
process.nextTick(() => console.log('tick'));
