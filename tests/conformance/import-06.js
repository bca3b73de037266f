// what import() converts to a string may throw: a rejection, no exception
import({ toString() { throw new Error('no string'); } }).catch((error) => console.log('rejected', error.message));
(async () => { try { await import('node:nothing'); } catch (error) { console.log(error.code); } })();
console.log('end');
