// listeners added and removed while an event is dispatched
const t = new EventTarget();
const c = () => console.log('c');
t.addEventListener('x', () => { console.log('a'); t.addEventListener('x', c); t.removeEventListener('x', b); });
function b() { console.log('b'); }
t.addEventListener('x', b); t.addEventListener('x', { handleEvent(e) { console.log('object', e.type, this !== t); } });
console.log(t.dispatchEvent(new Event('x'))); console.log('--'); t.dispatchEvent(new Event('x'));
