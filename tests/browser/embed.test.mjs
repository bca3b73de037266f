// In a lesson: a small frame, sandboxed, so of no origin at all.

import assert from 'node:assert/strict';
import { address, test } from './harness.mjs';
import { run, waitForEditor, waitForRecording } from './page.mjs';

const LESSON = new URL('/lesson', address).href;

test('a program runs in a sandboxed frame of 700x300', async ({ page, context }) => {
  await context.route(LESSON, (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><title>Lesson</title><link rel="icon" href="data:,">
      <iframe sandbox="allow-scripts" width="700" height="300" src="${address}"></iframe>`,
  }));
  await page.goto(LESSON);
  const frame = page.frames().find((frame) => frame.url().startsWith(address));
  await frame.locator('[data-testid=scrubber]').waitFor({ state: 'attached' });
  await waitForRecording(frame);
  await waitForEditor(frame);
  await frame.getByTestId('editor-text').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText("console.log('framed');\n");
  await run(frame);
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await frame.getByTestId('console-line').filter({ hasText: 'framed' }).waitFor({ state: 'attached' });
  assert.equal(await frame.evaluate(() => origin), 'null');
});
