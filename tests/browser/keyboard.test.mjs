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

/** The test id of what has the focus, or of what it is in. */
function focused(page) {
  return page.evaluate(() => document.activeElement?.closest('[data-testid]')?.dataset.testid);
}

test('every control is reached by keyboard', async ({ page }) => {
  await open(page);
  await waitForEditor(page);
  const reached = new Set();
  for (let presses = 0; presses < 50; presses += 1) {
    await page.keyboard.press('Tab');
    const id = await focused(page);
    if (id) reached.add(id);
    // Tab indents here; the editor's name says that Escape leaves it.
    if (id === 'editor') {
      await page.keyboard.press('Escape');
      assert.equal(await focused(page), 'forward');
      for (const before of ['play', 'back', 'first']) {
        await page.keyboard.press('Shift+Tab');
        assert.equal(await focused(page), before);
        reached.add(before);
      }
    }
    if (id === 'speed') break;
  }
  const controls = ['library', 'copy-link', 'share', 'view', 'run', 'editor', 'first', 'forward', 'last', 'stride', 'scrubber', 'speed'];
  assert.deepEqual(controls.filter((id) => !reached.has(id)), []);
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
