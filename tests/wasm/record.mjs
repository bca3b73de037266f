// Runs requests on the worker in dist/: node record.mjs DIST FOLDER
// Answers each FOLDER/N.request by FOLDER/N.replies: the messages, each behind its length (32 bits, little endian).

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instances } from '../../xtask/js/worker.mjs';

const [dist, folder] = process.argv.slice(2);
const built = (name) => join(dist, readdirSync(dist).find((file) => name.test(file)));
const fresh = instances(built(/^worker-\w+\.js$/), built(/^worker-\w+\.wasm$/), built(/^library-\w+\.js$/));

for (const request of readdirSync(folder).filter((name) => name.endsWith('.request'))) {
  // An instance of its own each: nothing is left over, and one that trapped is not used again.
  const worker = fresh();
  const replies = [];
  try {
    worker.handle(readFileSync(join(folder, request)), (message) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(message.length);
      replies.push(length, Buffer.from(message));
    });
  } catch (error) {
    console.error(`${request}: ${error.stack}`);
    process.exitCode = 1;
  }
  writeFileSync(join(folder, request.replace('.request', '.replies')), Buffer.concat(replies));
}
