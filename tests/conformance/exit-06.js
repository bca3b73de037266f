process.on('exit', (c)=>{ console.log('exit', c);  queueMicrotask(()=>{ console.log('m');}); process.nextTick(()=>console.log('t')); Promise.reject(1)  });
process.on('exit', (c)=>{ console.log('exit2', c);  throw new Error('q') })
