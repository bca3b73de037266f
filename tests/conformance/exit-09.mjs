let r;
process.on('exit', (c)=>{ console.log('exit', c, process.exitCode);  r(); queueMicrotask(()=>{ console.log('m');}); process.nextTick(()=>console.log('t')); });
await new Promise((x)=>{r=x});
console.log('after', process.exitCode);
