const { EventEmitter, on, once } = require('events');
const e = new EventEmitter();
(async () => {
  const [a, b] = await once(e, 'pair');
  console.log('once', a, b);
  try { await once(e, 'never'); } catch (error) { console.log('once rejected', error.message); }
  const it = on(e, 'item', { close: ['done'] });
  e.emit('item', 1); e.emit('item', 2, 'two');
  process.nextTick(() => { e.emit('item', 3); e.emit('done'); console.log('emitted'); });
  for await (const value of it) console.log('item', value);
  console.log('over', e.listenerCount('item'), e.listenerCount('error'));
  const failing = on(e, 'item');
  setImmediate(() => { e.emit('item', 'first'); e.emit('error', new Error('broken')); });
  try { for await (const value of failing) console.log('got', value); } catch (error) { console.log('iteration threw', error.message); }
  const it2 = on(e, 'z');
  const pending = it2.next();
  console.log(await it2.return(), await pending, await it2.next());
  try { it2.throw('no error'); } catch (error) { console.log(error.code, error.message); }
})();
setImmediate(() => { e.emit('pair', 'A', 'B'); setImmediate(() => e.emit('error', new Error('bad'))); });
