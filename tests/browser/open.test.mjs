// The page opens, from a folder below its host's root, without a word of complaint.

import assert from 'node:assert/strict';
import { address, takeScreenshots, test } from './harness.mjs';

test('the page opens and says what it is', async ({ page }) => {
  await page.goto(address);
  assert.match(await page.title(), /Loopscope/);
  await page.getByRole('main').waitFor();
  await takeScreenshots(page, 'open');
});

test('the policy forbids inline scripts, styles and eval', async ({ page }) => {
  await page.goto(address);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
  assert.match(policy, /style-src 'self';/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
});
