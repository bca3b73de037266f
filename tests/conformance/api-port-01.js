// messages before the port is started, ports that are transferred, what is cloned
const { MessageChannel, receiveMessageOnPort } = require('worker_threads');
const { port1, port2 } = new MessageChannel();
port1.postMessage({ d: new Date(0), m: new Map([[1, { a: 1 }]]) }); port1.postMessage('second');
console.log(receiveMessageOnPort(port2), receiveMessageOnPort(port2), receiveMessageOnPort(port2));
try { port1.postMessage(() => {}); } catch (e) { console.log(e.name, e.message, e.code); }
port2.onmessage = (e) => { console.log('onmessage', e.data, e.constructor.name, e.target === port2); process.nextTick(() => console.log('tick', e.data)); if (e.data === 'close') port1.close(); };
port2.on('close', () => console.log('close 2')); port1.on('close', () => console.log('close 1'));
port1.postMessage('third'); port1.postMessage('close'); console.log('sent');
