// a timeout of exec
const { exec } = require('child_process');
exec('sleep 5', { timeout: 100 }, (e) => console.log(e.killed, e.code, e.signal));
setTimeout(() => console.log('later'), 1000);
