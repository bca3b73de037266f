process.nextTick(() => { console.log(2); });
Promise.resolve().then(()=>console.log('m'));
throw Promise.resolve(28);
