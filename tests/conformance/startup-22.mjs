// nothing can handle the main module's rejection: unhandledRejection is not emitted
process.on('exit', (code) => console.log('exit', code));
process.on('unhandledRejection', () => console.log('never'));
process.nextTick(() => console.log('never either'));
Promise.resolve().then(() => console.log('micro'));
throw new Error('body');
