const { Readable } = require('stream');
const r = new Readable({ read() { process.exit(5); } });
(async () => { for await (const x of r) { console.log(x); break } })();
