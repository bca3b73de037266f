// preventDefault, once, passive, stopImmediatePropagation, custom events
const t = new EventTarget();
t.addEventListener('go', (e) => { e.preventDefault(); console.log('one', e.detail, e.cancelable, e.defaultPrevented); }, { once: true });
t.addEventListener('go', (e) => { console.log('two', e.target === t, e.currentTarget === t, e.eventPhase); e.stopImmediatePropagation(); });
t.addEventListener('go', () => console.log('never'));
console.log(t.dispatchEvent(new CustomEvent('go', { detail: { n: 1 }, cancelable: true })));
console.log(t.dispatchEvent(new CustomEvent('go', { detail: 2 })));
try { t.dispatchEvent('go'); } catch (e) { console.log(e.code, e.message); }
try { t.addEventListener('go', 5); } catch (e) { console.log(e.code, e.message); }
try { new Event(); } catch (e) { console.log(e.code, e.message); }
console.log(t, new AbortController(), AbortSignal.abort(1));
