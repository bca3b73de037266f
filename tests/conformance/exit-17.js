process.on('exit', (c)=>{ console.log('exit', c); Promise.reject(new Error('z')); });
process.on('uncaughtException', (e)=>{ console.log('uc', e.message); throw new Error('w') })
