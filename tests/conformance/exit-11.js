let g = (async function* () { try {} finally { process.exit(3); } })(); g.next(1).then((v) => console.log(25)); g.next(1).then(()=>{}); g.throw(new Error('t')).then(()=>{},()=>{});
