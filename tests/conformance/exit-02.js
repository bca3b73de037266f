process.on('exit', ()=>{ Promise.reject(new Error('x')) ; process.nextTick(()=>console.log('tick')); })
process.on('unhandledRejection', (e)=>{ console.log('ur', e.message); process.exitCode=9; process.nextTick(()=>console.log('t2')); queueMicrotask(()=>console.log('m2')) })
