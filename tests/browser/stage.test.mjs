// What the stage shows of those who wait, and that all of it is reached in small windows and large ones.

import assert from 'node:assert/strict';
import { checkAccessibility, takeScreenshots, test } from './harness.mjs';
import { open, position, runProgram, waitForStep } from './page.mjs';

const STARVING = `setImmediate(() => console.log('immediate'));
let n = 0;
process.nextTick(function again() { n += 1; if (n < 40) process.nextTick(again); });
`;

const WAITING = `const fs = require('fs'), http = require('http');
setTimeout(() => console.log('timeout'), 10);
for (let i = 0; i < 6; i += 1) fs.stat('users.json', () => console.log('stat', i));
const server = http.createServer((request, response) => response.end('hello')).listen(8080, () => {
  http.get({ port: 8080 }, (response) => { response.resume(); response.on('end', () => server.close()); });
});
`;

/** Goes on, step by step, until this is true in the page. */
async function stepUntil(page, seen) {
  await page.getByTestId('first').click();
  await waitForStep(page, 0);
  const { last } = await position(page);
  for (let step = 1; step <= last; step += 1) {
    await page.keyboard.press('ArrowRight');
    await waitForStep(page, step);
    if (await page.evaluate(seen)) return step;
  }
  return assert.fail('it is never seen');
}

test('a loop that stands still is seen, and who waits for it grows older', async ({ page }) => {
  await open(page);
  await runProgram(page, STARVING);
  await stepUntil(page, () => Number.parseInt(document.querySelector('[data-testid=in-a-row]').innerText, 10) >= 20);
  assert.equal(await page.locator('.loop.starving').count(), 1);
  const waiting = page.getByTestId('phase-check').locator('.k');
  assert.match(await waiting.locator('.k-age').innerText(), /^\d\d$/);
  assert.match(await waiting.getAttribute('title'), /callbacks ran while it waited/);
  await takeScreenshots(page, 'starving');
});

test('who waits is told for what: time left, a place in line, the other end', async ({ page }) => {
  await open(page);
  await runProgram(page, WAITING);
  await stepUntil(page, () => /place 2 in line/.test(document.querySelector('[data-testid=pool]').innerText));
  assert.match(await page.getByTestId('timers').innerText(), /10 ms, 10 left/);
  assert.match(await page.getByTestId('pool').innerText(), /^1\s*\n/m);
  await stepUntil(page, () => document.querySelector('[data-testid=kernel]').innerText.includes('↔'));
  await takeScreenshots(page, 'waiting');
});

test('where Node promises no order the other possible next task is a ghost', async ({ page }) => {
  await open(page);
  await runProgram(page, "setTimeout(() => console.log('timeout'));\nsetImmediate(() => console.log('immediate'));\n");
  await stepUntil(page, () => document.querySelector('[data-testid=ghost]') !== null);
  assert.match(await page.getByTestId('order').innerText(), /not promised/);
  await takeScreenshots(page, 'ghost');
});

test('in a small frame background and timeline are a choice away', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 300 });
  await open(page);
  const seen = async () => Promise.all(['loop', 'pool', 'timeline'].map((part) => page.getByTestId(part).isVisible()));
  assert.deepEqual(await seen(), [true, false, false]);
  await page.getByRole('radio', { name: 'Background' }).check();
  assert.deepEqual(await seen(), [false, true, false]);
  await checkAccessibility(page);
  await page.getByRole('radio', { name: 'Timeline' }).check();
  assert.deepEqual(await seen(), [false, false, true]);
  await checkAccessibility(page);
  // A step changes nothing of the choice.
  await page.getByTestId('forward').click();
  assert.deepEqual(await seen(), [false, false, true]);
});

for (const [width, height] of [[320, 256], [320, 640], [360, 225], [2560, 1440]]) {
  test(`nothing is lost at ${width}x${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const outside = await page.evaluate(() => {
      const parts = '.code, .why, .console, .stack, .loop, .back .card, .time, .ctl';
      return [...document.querySelectorAll(parts)].filter((part) => {
        part.scrollIntoView({ block: 'nearest' });
        const { left, right, top, bottom, width } = part.getBoundingClientRect();
        return width === 0 || left < -1 || right > innerWidth + 1 || bottom < 1 || top > innerHeight - 1;
      }).map((part) => part.className);
    });
    assert.deepEqual(outside, []);
    // The buttons can be pressed, and leave room for what is read.
    await page.getByTestId('forward').click();
    const { top } = await page.evaluate(() => document.querySelector('.ctl').getBoundingClientRect());
    assert.ok(top > height / 2, `the transport begins at ${top}`);
  });
}
