// The element's package: packed, installed, typed, and loaded by a lesson on another host than Loopscope's.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, output } from './command.mjs';
import { test } from './harness.mjs';
import { frames, runFrame } from './lessons.mjs';
import { TYPES, serve, serveLoopscope } from './servers.mjs';

const PACKAGE = fileURLToPath(new URL('../../www/embed/', import.meta.url));
const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** Uses everything that the types declare. */
const TYPED = `import { LoopScope, type LoopScopeMessage } from 'loopscope-embed';

const element: LoopScope = document.createElement('loop-scope');
element.load('1;', { title: 'One', run: true, at: 'o1' });
element.load('1;');
element.run(true);
element.run();
element.seek('l7.2');
element.addEventListener('loopscope-ready', ({ detail }) => { const protocol: 1 = detail.protocol; void protocol; });
element.addEventListener('loopscope-resize', ({ detail }) => { const height: number = detail.height; void height; });
element.addEventListener('loopscope-run', ({ detail }) => { if (detail.state === 'ended') { const ending: string = detail.ending; void ending; } });
element.addEventListener('loopscope-step', ({ detail }) => { const all: [number, number, string] = [detail.step, detail.last, detail.at]; void all; });
element.addEventListener('loopscope-output', ({ detail }) => { const stream: 'stdout' | 'stderr' = detail.stream; void [stream, detail.text, detail.step]; });
element.addEventListener('loopscope-error', ({ detail }) => { const line: number | null = detail.line; void [line, detail.message]; });
element.addEventListener('loopscope-open', (event) => { event.preventDefault(); const url: string = event.detail.url; void url; });
const message: LoopScopeMessage = { type: 'open', url: '' };
document.querySelector('loop-scope')?.run();
// @ts-expect-error: there is no such method
element.stop();
// @ts-expect-error: a program is a text
element.load(1);
void message;
`;

test('npm pack gives a package that installs, has types, and runs', async ({ page }) => {
  await inFolder(async (folder) => {
    const [packed] = JSON.parse(await output('npm', ['pack', '--json', `--pack-destination=${folder}`], { cwd: PACKAGE }));
    assert.deepEqual(packed.files.map(({ path }) => path).sort(), ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'embed.d.ts', 'embed.js', 'package.json']);
    await writeFile(join(folder, 'package.json'), '{ "name": "lesson", "private": true, "type": "module" }');
    await output('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)], { cwd: folder });
    await writeFile(join(folder, 'typed.ts'), TYPED);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom'];
    await output(process.execPath, [TSC, ...options, 'typed.ts'], { cwd: folder });

    const scope = await serveLoopscope({ cors: true });
    const script = await readFile(join(folder, 'node_modules/loopscope-embed/embed.js'));
    const lesson = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lesson</title><link rel="icon" href="data:,">
      <script type="importmap">{ "imports": { "loopscope-embed": "/embed.js" } }</script>
      <script type="module">import { LoopScope } from 'loopscope-embed'; globalThis.known = customElements.get('loop-scope') === LoopScope;</script>
      <loop-scope base="${scope.origin}/scope/"><pre><code>console.log('packed');</code></pre></loop-scope>`;
    const host = await serve((path) => ({ '/lesson': { type: TYPES['.html'], body: lesson }, '/embed.js': { type: TYPES['.js'], body: script } })[path]);
    try {
      await page.goto(`${host.origin}/lesson`);
      const [frame] = await frames(page);
      await runFrame(frame, 'packed');
      assert.equal(await page.evaluate(() => globalThis.known), true);
    } finally {
      scope.close();
      host.close();
    }
  });
});
