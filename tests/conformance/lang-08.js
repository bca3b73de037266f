const L = console.log;
function f(n) { for (let i = 0; i < 3; i++) { try { try { if (n === 0) return 'r'; if (n === 1) break; if (n === 2) continue; if (n === 3) throw 't'; L('norm', i); } finally { L('in', i); } } catch (e) { L('c', e); } finally { L('out', i); } L('after', i); } return 'end'; }
for (let n = 0; n < 5; n++) L(n, f(n));
async function g(n) { for (let i = 0; i < 3; i++) { try { try { await null; if (n === 0) return 'r'; if (n === 1) break; if (n === 2) continue; if (n === 3) throw 't'; L('norm', i); } finally { L('in', i); await null; } } catch (e) { L('c', e); } finally { L('out', i); await null; } L('after', i); } return 'end'; }
(async () => { for (let n = 0; n < 5; n++) L(n, await g(n)); })();
