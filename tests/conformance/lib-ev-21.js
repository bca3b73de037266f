// EventEmitterAsyncResource keeps the async context of where it was made.
const { EventEmitterAsyncResource, EventEmitter } = require('events');
const { AsyncLocalStorage, executionAsyncId, AsyncResource } = require('async_hooks');
const store = new AsyncLocalStorage();
let emitter;
store.run('made here', () => { emitter = new EventEmitterAsyncResource({ name: 'Mine' }); });
emitter.on('x', (v) => console.log('x', v, store.getStore()));
store.run('emitted here', () => emitter.emit('x', 1));
console.log(emitter instanceof EventEmitter, emitter.asyncResource instanceof AsyncResource, emitter.asyncResource.eventEmitter === emitter);
class Own extends EventEmitterAsyncResource {}
const own = new Own();
own.on('y', function () { console.log(this === own, store.getStore()); });
own.emit('y');
console.log(emitter.emitDestroy());
try { new EventEmitterAsyncResource({ name: 5 }); } catch (e) { console.log(e.code, e.message); }
try { EventEmitterAsyncResource({}); } catch (e) { console.log(e.name, e.message); }
