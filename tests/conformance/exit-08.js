let n=0; process.on('uncaughtException', (e)=>{ console.log('uc', e.message); if (n++ < 2) process.exitCode = 2 });
process.on('exit', (c)=>{ console.log('exit', c); queueMicrotask(()=>{ throw new Error('1') }); queueMicrotask(()=>{ console.log('m2') });  queueMicrotask(()=>{ throw new Error('3') }); Promise.reject(new Error('z')); Promise.reject(new Error('z2'));});
