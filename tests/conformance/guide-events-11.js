// EventTarget: options, passive errors, cancelling.
const target = new EventTarget();
const handler = { handleEvent(event) { console.log('object', event.type, this === handler); } };
target.addEventListener('foo', handler);
target.addEventListener('foo', (event) => { console.log('function', event.cancelable, event.defaultPrevented); event.preventDefault(); }, { once: true });
target.addEventListener('foo', (event) => event.stopImmediatePropagation());
target.addEventListener('foo', () => console.log('never'));
console.log(target.dispatchEvent(new Event('foo', { cancelable: true })));
console.log(target.dispatchEvent(new Event('foo')));
const ac = new AbortController();
target.addEventListener('bar', () => console.log('bar'), { signal: ac.signal });
target.dispatchEvent(new Event('bar'));
ac.abort();
target.dispatchEvent(new Event('bar'));
target.addEventListener('custom', ({ detail }) => console.log(detail));
target.dispatchEvent(new CustomEvent('custom', { detail: { n: 1 } }));
