process.on('exit', async (c)=>{ console.log('exit', c); await 1; console.log('a'); await 2; console.log('b'); throw new Error('z') });
process.on('exit', async (c)=>{ console.log('exit2', c); })
