process.on('exit', (c)=>{ console.log('exit', c);  queueMicrotask(()=>{ console.log('m');})  });
process.exit(3);
