const L = console.log;
async function a() { try { return 'a'; } finally { try { await Promise.reject(1); } catch (e) { L('c'); } } }
async function b() { try { return await 'b'; } finally { try { throw 1; } catch (e) { L('c'); } } }
async function c() { try { return 'c'; } finally { try { await null; throw 1; } catch (e) { L('c'); } finally { await null; L('f'); } } }
function d() { try { return 'd'; } finally { try { try { throw 1; } finally { L('in'); } } catch { } } }
function e() { for (const x of [1]) { try { return 'e'; } finally { try { for (const y of [2]) throw 1; } catch { } } } }
function* f() { try { return 'f'; } finally { try { yield 1; } catch { L('cf'); } } }
async function* g() { try { return 'g'; } finally { try { yield 1; } catch { L('cg'); } } }
async function* h() { try { return 'h'; } finally { try { await Promise.reject(1); } catch { L('ch'); } } }
async function i() { for await (const x of [1, 2]) { try { return 'i' + x; } finally { try { await Promise.reject(1); } catch { } finally { L('fi'); } } } }
async function j() { try { try { return 'j'; } finally { try { await Promise.reject(1); } catch { } } } finally { try { await Promise.reject(2); } catch { } } }
async function k() { try { return 'k'; } catch { } finally { await Promise.all([Promise.reject(1)]).catch(() => { }); } }
(async () => {
  L(await a(), await b(), await c(), d(), e());
  let it = f(); L(it.next(), it.throw('x')); it = f(); L(it.next(), it.next());
  it = g(); L(await it.next(), await it.throw('x')); it = g(); L(await it.next(), await it.next());
  L(await h().next(), await i(), await j(), await k());
})();
