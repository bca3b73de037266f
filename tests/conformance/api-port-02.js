// ping-pong, and immediates between
const { port1, port2 } = new MessageChannel(); let n = 0;
port1.onmessage = ({ data }) => { console.log('one got', data); if (++n < 3) port1.postMessage('ping ' + n); else { port1.close(); setImmediate(() => console.log('immediate')); } };
port2.onmessage = ({ data }) => { console.log('two got', data); Promise.resolve().then(() => console.log('micro')); port2.postMessage('pong'); };
port1.postMessage('ping 0'); process.nextTick(() => console.log('tick'));
process.on('exit', () => console.log('exit'));
