// Emitting in the constructor: nobody listens yet.
const EventEmitter = require('events');
class Now extends EventEmitter { constructor() { super(); this.emit('ready'); } }
class Later extends EventEmitter { constructor() { super(); process.nextTick(() => this.emit('ready')); } }
new Now().on('ready', () => console.log('never'));
new Later().on('ready', () => console.log('later'));
console.log('main');
