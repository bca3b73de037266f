// What a lesson sets, one by one, and what a reader takes out of a frame.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { frames, runFrame } from './lessons.mjs';
import { waitForRecording } from './page.mjs';
import { serveLesson, serveLoopscope } from './servers.mjs';

/** A lesson with an element. */
function lesson(name, attributes, program, body) {
  test(name, async ({ page, context }) => {
    const scope = await serveLoopscope({ cors: true });
    const host = await serveLesson(`<script type="module" src="${scope.origin}/scope/embed.js"></script>
      <loop-scope ${attributes}><pre><code>${program.replaceAll('<', '&lt;')}</code></pre></loop-scope>`);
    try {
      await page.goto(`${host.origin}/lesson`);
      const [frame] = await frames(page);
      await frame.getByTestId('editor-text').waitFor({ state: 'attached' });
      await body({ page, context, frame, scope });
    } finally {
      scope.close();
      host.close();
    }
  });
}

const engines = (scope) => scope.asked.filter((path) => /worker-.*\.wasm$/.test(path)).length;
const waitForEngine = async (page, scope) => {
  for (let patience = 200; engines(scope) === 0; patience -= 1) {
    assert.ok(patience > 0, 'no engine is fetched');
    await page.waitForTimeout(50);
  }
};

lesson('loading="eager" fetches engine and editor at once', 'loading="eager"', 'console.log(1);', async ({ page, frame, scope }) => {
  await waitForEngine(page, scope);
  await frame.locator('.cm-content').waitFor();
});

lesson('loading="lazy" with autorun runs by itself', 'autorun', 'console.log("by itself");', async ({ frame }) => {
  await frame.getByTestId('last').click({ force: true });
  await frame.locator('[data-testid=scrubber]:not([max="0"])').waitFor();
});

lesson('loading="click" waits for a click, even with autorun', 'loading="click" autorun', 'console.log("clicked");', async ({ page, frame, scope }) => {
  await page.waitForLoadState('networkidle');
  assert.equal(engines(scope), 0);
  await runFrame(frame, 'clicked');
});

lesson('node="18" models that version', 'node="18"', 'console.log(process.version);', async ({ frame }) => {
  await runFrame(frame, 'v18.');
});

lesson('lines="2-3,5" marks these lines', 'lines="2-3,5"', '1;\n2;\n3;\n4;\n5;\n', async ({ frame }) => {
  await frame.locator('.sheet-row.pointed').nth(2).waitFor();
  const rows = await frame.locator('.sheet-row').evaluateAll((all) => all.flatMap((row, i) => (row.classList.contains('pointed') ? [i + 1] : [])));
  assert.deepEqual(rows, [2, 3, 5]);
});

lesson('hide leaves parts out', 'hide="why,stack,transport"', '1;', async ({ frame }) => {
  for (const part of ['why', 'stack', 'step']) assert.equal(await frame.getByTestId(part).isVisible(), false, part);
  assert.equal(await frame.getByTestId('loop').isVisible(), true);
});

lesson('a frame is as tall as its program wants, within reason', '', '1;\n'.repeat(15), async ({ page }) => {
  await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelector('iframe').clientHeight > 340);
});

lesson('or as the lesson says', 'height="420"', 'console.log("tall");', async ({ page, frame }) => {
  await runFrame(frame, 'tall');
  assert.equal(await page.evaluate(() => document.querySelector('loop-scope').shadowRoot.querySelector('iframe').clientHeight), 420);
});

lesson('an edit is taken along to the page itself', 'title="One"', 'console.log("as it was");', async ({ page, context, frame }) => {
  await frame.getByTestId('editor-text').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('console.log("edited");\n');
  const opened = context.waitForEvent('page');
  await frame.getByTestId('outside').click();
  const whole = await opened;
  await waitForRecording(whole);
  await whole.getByText('console.log("edited");').first().waitFor();
});
