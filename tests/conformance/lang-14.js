const L = console.log;
function* f() { try { yield 1; } finally { try { throw 1; } catch { L('c'); } } }
function* f2() { try { yield 1; } finally { try { yield 2; throw 1; } catch { L('c'); } } }
async function* g() { try { yield 1; } finally { try { await Promise.reject(1); } catch { L('c'); } } }
async function x() { try { throw 'orig'; } finally { try { await Promise.reject(1); } catch { } } }
async function y() { try { return 'y'; } finally { await null; } }
async function y2() { try { return 'y2'; } finally { await x().catch(() => {}); } }
async function z() { for (const q of [1, 2]) { try { continue; } finally { try { await Promise.reject(1); } catch { L('cz'); } } } return 'z'; }
(async () => {
  let it = f(); it.next(); L(it.return('R')); it = f2(); it.next(); L(it.return('R'), it.next());
  it = g(); await it.next(); L(await it.return('R')); await x().catch((e) => L(e)); L(await y(), await y2(), await z());
})();
