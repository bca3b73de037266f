// What somebody does who writes a program: breakpoints, going to a line, files, runs that follow the keys.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import {
  goToEnd, open, position, printed, run, runProgram, waitForEditor, waitForRun, waitForStep, write,
} from './page.mjs';

const LOOP = `const names = ['a', 'b', 'c'];
for (const name of names) {
  console.log(name);
}
console.log('done');
`;

/** Presses the number of a line in the editor. */
const pressNumber = (page, line) => page.locator('.cm-lineNumbers .cm-gutterElement', { hasText: new RegExp(`^${line}$`) }).click();

test('playing stops at a breakpoint, each time the line is reached', async ({ page }) => {
  await open(page);
  await runProgram(page, LOOP);
  await pressNumber(page, 3);
  assert.equal(await page.locator('.cm-breakpoint').innerText(), '3');
  await page.getByTestId('speed').selectOption('5×');
  for (const before of [[], ['a'], ['a', 'b']]) {
    if (before.length === 0) await page.getByTestId('first').click();
    await page.getByTestId('play').click();
    await page.locator('[data-testid=play][aria-label=Pause]').waitFor();
    await page.locator('[data-testid=play][aria-label=Play]').waitFor();
    assert.deepEqual(await printed(page), before);
  }
  await pressNumber(page, 3);
  await page.locator('.cm-breakpoint').waitFor({ state: 'detached' });
});

test('breakpoints and the cursor’s line are gone to by keyboard', async ({ page }) => {
  await open(page);
  await runProgram(page, LOOP);
  await page.getByTestId('first').click();
  await page.getByTestId('editor-text').click();
  await page.keyboard.press('Control+Home');
  for (let line = 1; line < 5; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F9');
  await page.locator('.cm-breakpoint', { hasText: '5' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+Enter');
  await page.locator('.cm-running', { hasText: 'console.log(name)' }).waitFor();
  assert.deepEqual(await printed(page), []);
  await page.keyboard.press('Alt+Enter');
  await page.getByTestId('console-line').waitFor();
  assert.deepEqual(await printed(page), ['a']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await page.locator('.cm-running', { hasText: "console.log('done')" }).waitFor();
  assert.deepEqual(await printed(page), ['a', 'b', 'c']);
});

test('the plain editor has breakpoints too, and they are handed on', async ({ page, context }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await context.route(/editor-.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  await page.locator('.sheet-row').nth(1).locator('.sheet-number').click();
  await page.locator('.sheet-row.breakpoint').waitFor();
  release();
  await waitForEditor(page);
  await page.locator('.cm-breakpoint', { hasText: '2' }).waitFor();
});

test('a file that is added is required, and one that is removed is not there', async ({ page }) => {
  await open(page);
  await runProgram(page, "console.log(require('./lib/name.js'));\n");
  assert.ok(!(await printed(page)).includes('lib'));
  await page.getByTestId('add-file').click();
  await page.getByTestId('file-name').fill('../name.js');
  await page.getByTestId('file-name').press('Enter');
  await page.getByTestId('notice').filter({ hasText: 'no name for a file' }).waitFor();
  await page.getByTestId('file-name').fill('lib/name.js');
  await page.getByTestId('file-name').press('Enter');
  await page.getByRole('button', { name: 'Remove lib/name.js' }).waitFor();
  await write(page, "module.exports = 'lib';\n");
  await run(page);
  await goToEnd(page);
  assert.deepEqual(await printed(page), ['lib']);
  await page.reload();
  await waitForEditor(page);
  const tab = page.getByRole('group', { name: 'Files' }).getByRole('button', { name: 'lib/name.js' });
  await tab.first().click();
  await page.getByTestId('remove-file').click();
  await tab.first().waitFor({ state: 'detached' });
});

test('a live page runs after a pause in typing, and keeps its place', async ({ page }) => {
  await open(page);
  await waitForEditor(page);
  await page.getByTestId('view').click();
  await page.getByTestId('live').click();
  await page.keyboard.press('Escape');
  await goToEnd(page);
  await write(page, "console.log('typed');\n");
  await page.getByTestId('console-line').filter({ hasText: 'typed' }).waitFor();
  await waitForRun(page);
  const { step, last } = await position(page);
  assert.equal(step, last);
  await page.reload();
  await page.getByTestId('view').click();
  assert.equal(await page.getByTestId('live').getAttribute('aria-pressed'), 'true');
});

test('a run that is paused at a limit is recorded further, from where the reader is', async ({ page }) => {
  await open(page);
  await runProgram(page, "let n = 0;\nsetInterval(() => { n += 1; }, 3600000);\n");
  assert.match(await page.getByTestId('ending').innerText(), /paused/);
  const before = await position(page);
  await page.getByTestId('further').click();
  await page.waitForFunction((last) => Number(document.querySelector('[data-testid=scrubber]').max) > last, before.last);
  await waitForRun(page);
  await waitForStep(page, before.last);
});

test('for a room everything is drawn large, and nothing is cut off', async ({ page }) => {
  await open(page);
  const size = () => page.getByTestId('why-sentence').evaluate((part) => part.getBoundingClientRect().height);
  const before = await size();
  await page.getByTestId('view').click();
  await page.getByTestId('projector').click();
  await page.keyboard.press('Escape');
  assert.ok((await size()) > before * 1.3);
  const [width, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(width <= inner, `${width} of ${inner}`);
});
