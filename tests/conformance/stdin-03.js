/* ---
stdin: 3\n1\n2
--- */
(async () => { let sum = 0; for await (const line of require('readline').createInterface({ input: process.stdin })) { console.log('line', line); sum += Number(line); } console.log('sum', sum); })();
