// import() of what does not exist
let n = 0;
let p = Promise.resolve();
for (let i = 1; i <= 40; i++) p = p.then(() => { n = i; });
import('./missing.mjs').catch((error) => console.log(n, error.code, error instanceof Error, error.message.split("'")[0]));
import('no-such-package').catch((error) => console.log(n, error.code, error.message.split(' imported')[0]));
setImmediate(() => console.log('immediate'));
