// The page without a mouse, and for those who hear it.

import assert from 'node:assert/strict';
import { checkAccessibility, sizes, test } from './harness.mjs';
import { open, position, printed, runProgram, waitForEditor, waitForRun, waitForStep } from './page.mjs';

test('a program is written, run and stepped through by keyboard alone', async ({ page }) => {
  await open(page);
  await waitForEditor(page);
  await page.keyboard.press('e');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText("console.log('one');\nconsole.log('two');\n");
  await page.keyboard.press('Control+Enter');
  await waitForRun(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await waitForStep(page, 0);
  await page.keyboard.press('ArrowRight');
  await waitForStep(page, 1);
  await page.keyboard.press('ArrowLeft');
  await waitForStep(page, 0);
  await page.keyboard.press('o');
  assert.deepEqual(await printed(page), ['one']);
  await page.keyboard.press('o');
  assert.deepEqual(await printed(page), ['one', 'two']);
  await page.keyboard.press('End');
  const { last } = await position(page);
  await waitForStep(page, last);
});

test('every control is reached by Tab, and shows that it has the focus', async ({ page }) => {
  await open(page);
  const reached = new Set();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const id = await page.evaluate(() => document.activeElement?.closest('[data-testid]')?.dataset.testid);
    if (id) reached.add(id);
  }
  for (const id of ['library', 'copy-link', 'theme', 'help', 'run', 'first', 'back', 'forward', 'last', 'scrubber']) {
    assert.ok(reached.has(id), `Tab does not reach ${id}: ${[...reached].join(', ')}`);
  }
});

test('the sheet of keys opens and closes by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

for (const size of sizes) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe-core finds nothing at ${size.width}x${size.height}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page);
      await waitForEditor(page);
      await checkAccessibility(page);
      await page.getByTestId('last').click();
      await checkAccessibility(page);
    });
  }
}

test('axe-core finds nothing where a run has failed', async ({ page }) => {
  await open(page);
  await runProgram(page, "console.error('oh');\nnull.x;\n");
  await checkAccessibility(page);
});
