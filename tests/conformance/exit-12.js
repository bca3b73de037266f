let g = (async function* () { try {yield 1} finally { process.exit(3); } })(); g.next(1).then((v) => console.log(25)); g.return(4);
