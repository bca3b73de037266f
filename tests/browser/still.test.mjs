// Nothing moves by itself: panels stay where they are, and the page does not scroll.

import assert from 'node:assert/strict';
import { sizes, test } from './harness.mjs';
import { open, position, runProgram, waitForStep } from './page.mjs';

const PROGRAM = `const fs = require('fs');
setTimeout(() => console.log('timeout'), 3);
for (let i = 0; i < 7; i += 1) {
  fs.stat('users.json', function statDone() {
    console.log('stat', i);
    process.nextTick(() => console.log('tick', i));
    Promise.resolve().then(() => console.log('promise', i));
    setImmediate(() => console.log('immediate', i));
  });
}
console.error('a line that is longer than the console is wide, so that it takes several lines wherever it is shown');
`;

/** Where every panel is, and how far everything around them is scrolled. */
function rectangles(page) {
  return page.evaluate(() => {
    const parts = 'header.bar, .code, .console, .why, .stack, .loop, .p, .q, .back, .back .card, .time, svg.lanes, .ctl, .ctl > *';
    const places = [...document.querySelectorAll(parts)].map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return `${part.localName} ${part.classList[0]} ${[x, y, width, height].map((n) => Math.round(n * 10) / 10)}`;
    });
    return [...places, `scrolled ${scrollX} ${scrollY} ${document.querySelector('.grid').scrollTop}`];
  });
}

for (const size of sizes) {
  test(`the rectangles of all panels are equal before and after each of 200 steps at ${size.width}x${size.height}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    await runProgram(page, PROGRAM);
    await page.setViewportSize(size);
    await page.getByTestId('first').click();
    await waitForStep(page, 0);
    assert.ok((await position(page)).last >= 200);
    // A phone is scrolled by hand: it stays there.
    await page.evaluate(() => { document.querySelector('.grid').scrollTop = 120; });
    const before = await rectangles(page);
    for (let step = 1; step <= 200; step += 1) {
      const { last } = await position(page);
      await page.keyboard.press('ArrowRight');
      await waitForStep(page, Math.min(step, last));
      assert.deepEqual(await rectangles(page), before, `step ${step}`);
      if (step >= last) break;
    }
  });
}

test('without motion nothing is animated', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await runProgram(page, PROGRAM);
  await page.getByTestId('first').click();
  for (let step = 1; step <= 30; step += 1) {
    await page.keyboard.press('ArrowRight');
    await waitForStep(page, step);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0, `step ${step}`);
  }
});

test('with motion a card moves from where it waits, and nothing else does', async ({ page }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  await page.getByTestId('first').click();
  const moved = new Set();
  for (let step = 1; step <= 60; step += 1) {
    await page.keyboard.press('ArrowRight');
    await waitForStep(page, step);
    const names = await page.evaluate(() => document.getAnimations().map((animation) => animation.effect.target.hasAttribute('data-card')));
    for (const name of names) moved.add(name);
    // What flies is above all panels, and no second one for those who hear the page.
    const places = await page.evaluate(() => Array.from(document.querySelectorAll('.flying'), (copy) => [copy.parentElement.localName, copy.ariaHidden]));
    for (const place of places) assert.deepEqual(place, ['body', 'true']);
  }
  assert.deepEqual([...moved], [true]);
});
