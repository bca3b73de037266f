// Twenty on one page: frames start when they are seen and sleep when they are not.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { frames, runFrame } from './lessons.mjs';
import { serveLesson, serveLoopscope } from './servers.mjs';

const COUNT = 20;
/** So many fit into the window that the tests have. */
const IN_SIGHT = 3;
/** One runs, one is warm. */
const PER_FRAME = 2;

function twenty(name, body) {
  test(name, async ({ page }) => {
    const scope = await serveLoopscope({ cors: true });
    const one = (_, i) => `<p style="height:120px">Part ${i + 1}</p><loop-scope height="300"><pre><code>let n = ${i + 1};
setInterval(() => console.log('number', n), 10);
setTimeout(() => process.exit(), 1000);</code></pre></loop-scope>`;
    const host = await serveLesson(`<script type="module" src="${scope.origin}/scope/embed.js"></script>${Array.from({ length: COUNT }, one).join('')}`);
    try {
      await page.goto(`${host.origin}/lesson`);
      await page.locator('loop-scope iframe').first().waitFor();
      await body({ page, scope });
    } finally {
      scope.close();
      host.close();
    }
  });
}

/** Scrolls to the n-th frame, from 0, and gives it. */
async function scrollTo(page, n) {
  const place = page.locator('loop-scope iframe').nth(n);
  await place.scrollIntoViewIfNeeded();
  const frame = await (await place.elementHandle()).contentFrame();
  await frame.getByTestId('editor-text').waitFor();
  return frame;
}

async function atMost(page, workers) {
  for (let patience = 200; page.workers().length > workers; patience -= 1) {
    assert.ok(patience > 0, `${page.workers().length} workers, not ${workers} at most`);
    await page.waitForTimeout(50);
  }
}

const engines = (scope) => scope.asked.filter((path) => /worker-.*\.wasm$/.test(path)).length;

twenty('all twenty run, one after the other: one engine is fetched, and only frames in sight hold workers', async ({ page, scope }) => {
  const loaded = () => page.frames().filter((frame) => frame.url().includes('/embed/')).length;
  await frames(page, 1);
  // The browser begins some windows ahead, and not with all.
  assert.ok(loaded() < COUNT, `${loaded()} frames are loaded at once`);
  for (let n = 0; n < COUNT; n += 1) {
    const frame = await scrollTo(page, n);
    await runFrame(frame, `number ${n + 1}`);
    await atMost(page, IN_SIGHT * PER_FRAME);
  }
  assert.equal(engines(scope), 1);
  // Back at the first: its recording is still there, and it runs again.
  const first = await scrollTo(page, 0);
  assert.ok((await first.getByTestId('console-line').count()) > 0);
  await runFrame(first, 'number 1');
  await atMost(page, IN_SIGHT * PER_FRAME);
  assert.equal(engines(scope), 1);
});

twenty('a frame that is not seen stops playing', async ({ page }) => {
  const first = await scrollTo(page, 0);
  await runFrame(first, 'number 1');
  await first.getByTestId('first').click();
  await first.getByTestId('play').click();
  await first.getByRole('button', { name: 'Pause' }).waitFor();
  await scrollTo(page, COUNT - 1);
  await first.getByRole('button', { name: 'Play', exact: true }).waitFor({ state: 'attached' });
  await atMost(page, 0);
});

twenty('over a frame the wheel scrolls the lesson', async ({ page }) => {
  await scrollTo(page, 0);
  const box = await page.locator('loop-scope iframe').first().boundingBox();
  // Over the loop, which has nothing to scroll.
  await page.mouse.move(box.x + box.width * 0.75, box.y + 200);
  await page.mouse.wheel(0, 500);
  await page.waitForFunction(() => scrollY > 200);
});
