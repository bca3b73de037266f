// an interval that throws goes on
let times = 0;
process.on('uncaughtException', (error) => console.log('caught', error.message));
const interval = setInterval(() => { times++; if (times === 3) clearInterval(interval); throw new Error('run ' + times); }, 5);
