process.on('uncaughtException', (e)=>{ console.log('uc', e.message); queueMicrotask(()=>console.log('m uc')); process.exitCode=9;  })
process.on('exit', (c)=>{ console.log('exit', c);  queueMicrotask(()=>{ console.log('m');}); process.nextTick(()=>console.log('t')); throw new Error('q') });
process.on('exit', (c)=>{ console.log('exit2', c);  })
