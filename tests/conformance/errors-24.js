// the monitor sees the error first and takes nothing
process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', origin, error.message));
process.on('exit', (code) => console.log('exit', code));
process.nextTick(() => console.log('never'));
throw new Error('fatal');
