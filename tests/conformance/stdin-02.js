/* ---
stdin: one\ntwo
--- */
let text = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (d) => { text += d; }).on('end', () => { console.log(JSON.stringify(text)); setImmediate(() => console.log('immediate')); });
