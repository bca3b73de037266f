// EventEmitter: once, prepend, removal while emitting, errors, captureRejections, on and once as promises.
const EventEmitter = require('events');
const { once, on, getEventListeners, errorMonitor } = EventEmitter;
const e = new EventEmitter();
e.on('newListener', (name, fn) => { if (name === 'x') console.log('new', name, typeof fn); });
e.on('removeListener', (name) => console.log('removed', name));
const second = () => console.log('second');
e.on('x', () => { console.log('first'); e.off('x', second); });
e.on('x', second);
e.prependOnceListener('x', (...a) => console.log('zeroth', a.length, a));
console.log(e.emit('x', 1, 2), e.emit('x'), e.listenerCount('x'), e.emit('none'));
try { e.emit('error', new Error('boom')); } catch (err) { console.log(err.message); }
try { e.emit('error', { a: 1 }); } catch (err) { console.log(err.code, err.message); }
try { e.emit('error'); } catch (err) { console.log(err.message); }
try { e.on('y', 'nothing'); } catch (err) { console.log(err.message); }
e.on(errorMonitor, (err) => console.log('monitor', err.message)); e.once('error', (err) => console.log('handled', err.message)); e.emit('error', new Error('seen'));
const c = new EventEmitter({ captureRejections: true });
c.on('job', async (n) => { throw new Error('async ' + n); });
c.on('error', (err) => console.log('captured', err.message));
c.emit('job', 7);
(async () => {
  setTimeout(() => e.emit('later', 'a', 'b'), 1);
  console.log(await once(e, 'later'));
  const ac = new AbortController();
  setTimeout(() => { e.emit('tick', 1); e.emit('tick', 2); setTimeout(() => ac.abort(), 1); }, 1);
  try { for await (const [v] of on(e, 'tick', { signal: ac.signal })) console.log('tick', v); } catch (err) { console.log(err.name, err.code); }
  await once(c, 'never', { signal: AbortSignal.abort() }).catch((err) => console.log(err.name));
  setImmediate(() => c.emit('error', new Error('rejects once')));
  await once(c, 'open').catch((err) => console.log('once:', err.message));
  console.log(getEventListeners(e, 'x').length, e.eventNames());
  e.setMaxListeners(1); e.on('many', () => {}); e.on('many', () => {}); console.log(e.getMaxListeners(), EventEmitter.defaultMaxListeners);
})();
process.on('warning', (w) => console.log(w.name, w.count, w.type, w.message.split('.')[0]));
