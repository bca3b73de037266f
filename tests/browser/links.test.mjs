// A link to what is seen, and a draft that survives.

import assert from 'node:assert/strict';
import { address, test } from './harness.mjs';
import {
  open, picture, position, printed, runProgram, waitForEditor, waitForRecording, waitForRun, waitForStep, write,
} from './page.mjs';

const PROGRAM = "// caf\u00e9 \u{1f600}\nconsole.log('a');\nsetTimeout(() => console.log('b'), 5);\n";

async function addressWithFragment(page) {
  await page.waitForFunction(() => location.hash.length > 1);
  return page.url();
}

test('reloading shows the same program at the same step', async ({ page }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  const line = page.getByTestId('console-line').filter({ hasText: 'a' }).first();
  const step = Number(await line.getAttribute('data-step'));
  await line.click();
  await waitForStep(page, step);
  const before = await picture(page);
  await page.waitForFunction(() => /o1/.test(location.hash));
  await page.reload();
  await waitForRecording(page);
  await waitForRun(page);
  await waitForStep(page, step);
  assert.equal(await picture(page), before);
});

test('a link opened elsewhere shows the same', async ({ page, context }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  const { step } = await position(page);
  const before = await picture(page);
  await page.waitForTimeout(600);
  const link = await addressWithFragment(page);
  assert.ok(link.startsWith(address));
  const other = await context.browser().newContext({ viewport: page.viewportSize() });
  try {
    const reader = await other.newPage();
    await reader.goto(link);
    await waitForRecording(reader);
    await waitForRun(reader);
    await waitForStep(reader, step);
    assert.equal(await picture(reader), before);
    assert.deepEqual(await printed(reader), ['a', 'b']);
  } finally {
    await other.close();
  }
});

test('back in the history returns to the scenario before', async ({ page }) => {
  await open(page);
  const title = await page.getByTestId('title').innerText();
  await page.getByTestId('library').click();
  await page.getByTestId('library-menu').getByRole('button').nth(3).click();
  await page.getByTestId('title').filter({ hasNotText: title }).waitFor();
  await page.goBack();
  await page.getByTestId('title').filter({ hasText: title }).waitFor();
});

test('a broken link is told of, and leaves the draft alone', async ({ page }) => {
  await open(page);
  await waitForEditor(page);
  await write(page, "console.log('mine');\n");
  await page.waitForTimeout(600);
  await page.goto(`${address}#v1/broken!`);
  await page.reload();
  await page.getByTestId('notice').first().waitFor();
  assert.match(await page.getByTestId('notice').first().innerText(), /link/i);
  await page.getByTestId('library').click();
  await page.getByTestId('library-menu').getByText("console.log('mine');").waitFor();
});

test('the draft survives a reload', async ({ page }) => {
  await open(page);
  await waitForEditor(page);
  await write(page, "console.log('a draft of mine');\n");
  await page.reload();
  await waitForEditor(page);
  await page.getByTestId('editor').getByText('a draft of mine').waitFor();
});

test('the page works where storage is absent', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('denied', 'SecurityError'); },
    });
  });
  await open(page);
  await runProgram(page, "console.log('without storage');\n");
  assert.deepEqual(await printed(page), ['without storage']);
});
