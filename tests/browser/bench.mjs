// Measures the page in Chromium, as the browser tests drive it: prints a line `name value unit` for each measurement,
// with tabs between. `cargo xtask bench browser` sets LOOPSCOPE_URL and LOOPSCOPE_CHROMIUM.

import { chromium } from 'playwright-core';
import { steps } from './bench_steps.mjs';

const address = process.env.LOOPSCOPE_URL;
const ROUNDS = 15;

/** Fifty lines that schedule, print and call. */
const program = Array.from({ length: 10 }, (_, i) => `function step${i}(n) {
  setTimeout(() => console.log('timer', n), n);
  Promise.resolve(n).then((v) => console.log('then', v));
}
step${i}(${i});`).join('\n');

const print = (name, values, unit) => {
  values.sort((a, b) => a - b);
  console.log([name, values[values.length >> 1], unit].join('\t'));
};

const browser = await chromium.launch({
  executablePath: process.env.LOOPSCOPE_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** Milliseconds from the start of the page until a selector is there, in the page's own time. */
async function opened(page, ready) {
  await page.goto(address);
  await page.waitForFunction(ready);
  return page.evaluate(() => performance.now());
}

const hasRecording = () => Number(document.querySelector('[data-testid=scrubber]')?.max) > 0;

const cold = [];
const warm = [];
for (let i = 0; i < 5; i++) {
  const context = await browser.newContext();
  const page = await context.newPage();
  cold.push(await opened(page, hasRecording));
  warm.push(await opened(page, hasRecording));
  await context.close();
}
print('page open, empty cache', cold, 'ms');
print('page open, warm cache', warm, 'ms');

const context = await browser.newContext();
const page = await context.newPage();
await page.goto(address);
await page.waitForFunction(hasRecording);
await page.locator('.cm-content').waitFor();

/** Writes another program, presses Run, and waits for a picture of it: all in the page, so that no time is the driver's. */
async function runToPicture(text) {
  await page.getByTestId('editor-text').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const button = document.querySelector('[data-testid=run]');
        const picture = () => document.querySelector('[data-testid=scrubber]').max;
        const before = picture();
        const start = performance.now();
        const look = () => {
          const now = picture();
          if (now !== before && Number(now) > 0) requestAnimationFrame(() => resolve(performance.now() - start));
          else setTimeout(look, 0);
        };
        button.click();
        look();
      }),
  );
}

const runs = [];
for (let i = 0; i < ROUNDS; i++) {
  // Each text has another number of steps than the one before.
  runs.push(await runToPicture(`${program}\n${'console.log(1);'.repeat(1 + (i % 2))}`));
  // The run goes on behind its first picture; meanwhile the button stops it.
  await page.getByTestId('run').filter({ hasText: 'Run' }).waitFor();
  await page.waitForTimeout(150);
}
print('Run to first picture, first', [runs[0]], 'ms');
print('Run to first picture, engine warm', runs.slice(1), 'ms');
await context.close();

const { walked, panned } = await steps(browser, address);
print('a step at 100,000 steps', walked, 'ms');
print('a step at 100,000 steps, 95 of 100', [walked[Math.floor(walked.length * 0.95)]], 'ms');
print('a picture while panning', panned, 'ms');
print('pictures while panning that take over 16 ms', [(100 * panned.filter((ms) => ms > 16).length) / panned.length], '%');
await browser.close();
