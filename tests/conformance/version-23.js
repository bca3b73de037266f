// what Node 24 changed: clearImmediate of what is none, warnings of delays
process.on('warning', (warning) => console.log(warning.name));
try { clearImmediate(5); console.log('ignored'); } catch (error) { console.log(error.name); }
setTimeout(() => console.log('negative'), -5);
setTimeout(() => console.log('nan'), NaN);
setTimeout(() => console.log('negative again'), -6);
setTimeout(() => console.log('too large'), 2 ** 31);
