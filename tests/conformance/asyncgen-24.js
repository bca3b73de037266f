// for await over a plain iterator whose values reject: in the order of awaiting
const late = new Promise((_, reject) => setTimeout(reject, 5, new Error('second')));
(async () => { try { for await (const v of ['first', late, 'never']) console.log(v); } catch (error) { console.log('caught', error.message); } })();
function* numbers() { try { yield 1; yield Promise.resolve(2); } finally { console.log('closed'); } }
(async () => { for await (const v of numbers()) { console.log(v); if (v === 2) break; } console.log('end'); })();
