/* ---
stdin: a\nb
--- */
(async () => { const parts = []; for await (const chunk of process.stdin) parts.push(chunk); console.log(JSON.stringify(Buffer.concat(parts).toString())); })();
