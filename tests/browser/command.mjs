// The command line, as cargo builds it.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a program of this machine prints, for these arguments and this input. */
export function output(program, args, { input = '', cwd = ROOT, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { cwd, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} ${args.join(' ')}: ${error.message}\n${stdout}${stderr}`));
      else resolve(stdout);
    });
    // A command that reads no input may have ended before this is written: only its exit code says whether it failed.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** What `loopscope` prints: as it was built for the tests, or as cargo builds it. */
export function loopscope(args, options) {
  const built = process.env.LOOPSCOPE_COMMAND;
  return built
    ? output(built, args, options)
    : output('cargo', ['run', '--quiet', '--package=loopscope', '--', ...args], options);
}

/** What mdBook prints in this folder; it finds `loopscope` on its PATH. `cargo xtask test browser` has installed mdBook. */
export async function mdbook(args, cwd) {
  const built = process.env.LOOPSCOPE_COMMAND ?? join(ROOT, 'target/debug/loopscope');
  if (!process.env.LOOPSCOPE_COMMAND) await output('cargo', ['build', '--quiet', '--package=loopscope']);
  const env = { ...process.env, PATH: `${dirname(built)}${delimiter}${process.env.PATH}` };
  return output(process.env.LOOPSCOPE_MDBOOK ?? 'mdbook', args, { cwd, env });
}

/** Runs `body` with a folder of its own. */
export async function inFolder(body) {
  const folder = await mkdtemp(join(tmpdir(), 'loopscope-'));
  try {
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The fragment of a link that opens a program. */
export const linkTo = (program) => inFolder(async (folder) => {
  const file = join(folder, 'main.js');
  await writeFile(file, program);
  return (await loopscope(['link', file])).trim();
});
