process.on('exit', ()=>{ Promise.reject(new Error('x')) ; queueMicrotask(()=>{ console.log('m'); throw new Error('y') }) ; queueMicrotask(()=>{ console.log('m3')}) })
process.on('uncaughtException', (e)=>{ console.log('uc', e.message); process.exitCode=9;  })
