// how many turns next() takes, and yield* to another async generator
let at = 0;
let p = Promise.resolve(); for (let i = 1; i <= 24; i++) p = p.then(() => { at = i; });
async function* inner() { yield 'a'; yield 'b'; return 'r'; }
async function* outer() { const r = yield* inner(); console.log('returned', r, at); yield 'c'; }
(async () => { for await (const v of outer()) console.log(v, at); console.log('done', at); })();
