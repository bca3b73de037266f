// The timeline: looking closer, seeking, and dragging what ends there.

import assert from 'node:assert/strict';
import { takeScreenshots, test } from './harness.mjs';
import { goToEnd, open, position, printed, runProgram, waitForRun, waitForStep } from './page.mjs';

const PROGRAM = `const fs = require('fs');
setTimeout(() => console.log('late'), 12);
fs.readFile('users.json', () => console.log('read'));
setTimeout(() => console.log('early'), 5);
for (let i = 0; i < 6; i += 1) fs.stat('users.json', () => console.log('stat', i));
setTimeout(() => console.log('last'), 900);
`;

const lanes = (page) => page.locator('svg.lanes');
const ticks = (page) => page.locator('.tick text').allTextContents();
const lines = (page) => page.locator('[data-testid=console-line] .line-text').allInnerTexts();

/** The rectangle of what is dragged of the stretch whose description this matches. */
async function end(page, title) {
  await page.waitForFunction((title) => [...document.querySelectorAll('.end')].some((end) => end.textContent.includes(title)), title);
  return page.locator('.end', { hasText: title }).first().boundingBox();
}

async function drag(page, from, dx) {
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y);
  await page.mouse.move(x + dx, y);
  await page.mouse.up();
}

/** Waits until what is shown has been recorded and is as this says. */
async function waitForLines(page, expect) {
  await page.waitForFunction((expect) => {
    const lines = [...document.querySelectorAll('[data-testid=console-line] .line-text')];
    return lines.map((line) => line.innerText).join() === expect;
  }, expect.join());
}

test('lanes for the main thread, each thread from 1 on, timers; idle time is folded', async ({ page }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  const names = await page.locator('.lane-names li').allInnerTexts();
  assert.deepEqual(names, ['main thread', 'phases', 'pool 1', 'pool 2', 'pool 3', 'pool 4', 'timers']);
  assert.ok((await page.locator('.fold').count()) >= 1);
  await takeScreenshots(page, 'timeline');
});

test('wheel, keys and buttons look closer, and at all of it again', async ({ page }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  const whole = await ticks(page);
  const box = await lanes(page).boundingBox();
  await page.mouse.move(box.x + box.width / 4, box.y + 20);
  const drawn = await lanes(page).textContent();
  await page.mouse.wheel(0, -300);
  await page.waitForFunction((drawn) => document.querySelector('.lanes').textContent !== drawn, drawn);
  const closer = await ticks(page);
  assert.notDeepEqual(closer, whole);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.keyboard.press('0');
  await page.waitForFunction((ticks) => [...document.querySelectorAll('.tick text')].map((t) => t.textContent).join() === ticks, whole.join());
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.waitForFunction((ticks) => [...document.querySelectorAll('.tick text')].map((t) => t.textContent).join() !== ticks, whole.join());
  await page.getByRole('button', { name: 'All of it' }).click();
  await page.waitForFunction((ticks) => [...document.querySelectorAll('.tick text')].map((t) => t.textContent).join() === ticks, whole.join());
});

test('two fingers look closer and one seeks', async ({ page, context }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  const whole = await ticks(page);
  const box = await lanes(page).boundingBox();
  const client = await context.newCDPSession(page);
  const touch = (type, ...places) => client.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: places.map((x, id) => ({ x: box.x + x * box.width, y: box.y + 8, id })),
  });
  await touch('touchStart', 0.4);
  await touch('touchStart', 0.4, 0.6);
  for (const by of [0.05, 0.1, 0.15, 0.2]) await touch('touchMove', 0.4 - by, 0.6 + by);
  await touch('touchEnd');
  await page.waitForFunction((ticks) => [...document.querySelectorAll('.tick text')].map((t) => t.textContent).join() !== ticks, whole.join());
  await touch('touchStart', 0.5);
  await touch('touchEnd');
  const { step, last } = await position(page);
  assert.ok(step > 0 && step < last, `step ${step}`);
}, { hasTouch: true });

test('dragging on the lanes seeks, and the window follows the step', async ({ page }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  const { last } = await position(page);
  const box = await lanes(page).boundingBox();
  await drag(page, { x: box.x + 1, y: box.y + 6, width: 0, height: 0 }, box.width * 2);
  await waitForStep(page, last);
  await drag(page, { x: box.x + box.width - 1, y: box.y + 6, width: 0, height: 0 }, -box.width * 2);
  const { step } = await position(page);
  assert.ok(step <= 1, `step ${step}`);
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('+');
  await goToEnd(page);
  const cursor = await page.locator('.cursor').boundingBox();
  assert.ok(cursor.x >= box.x && cursor.x <= box.x + box.width, 'the cursor is in sight');
});

test('dragging a timer changes its number in the program, runs it at once, and can be undone', async ({ page }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  const before = await lines(page);
  assert.ok(before.indexOf('early') < before.indexOf('late'));
  await drag(page, await end(page, 'timeout: 0 to 5 ms'), 500);
  await page.getByTestId('changed').waitFor();
  const text = () => page.getByTestId('editor-text').innerText();
  const delay = Number((await text()).match(/'early'\), (\d+)/)[1]);
  assert.ok(delay > 12, `the delay is ${delay}`);
  await goToEnd(page);
  const after = await lines(page);
  assert.ok(after.indexOf('late') < after.indexOf('early'), after.join());
  assert.match(await page.getByTestId('changed').innerText(), /not as before/);
  assert.equal(await page.locator('.line.other').count(), 1);
  assert.match(await page.locator('.line.other .line-was').innerText(), /was line/);
  await takeScreenshots(page, 'dragged');
  await page.getByTestId('editor-text').click();
  await page.keyboard.press('Control+z');
  assert.match(await text(), /'early'\), 5\)/);
});

test('while an end is dragged the program runs with it, and what has changed is marked', async ({ page }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  const before = await lines(page);
  const text = await page.getByTestId('editor-text').innerText();
  const held = await end(page, 'timeout: 0 to 5 ms');
  const at = { x: held.x + held.width / 2, y: held.y + held.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 200, at.y, { steps: 4 });
  await page.mouse.move(at.x + 500, at.y, { steps: 4 });
  await page.getByTestId('changed').filter({ hasText: 'not as before' }).waitFor();
  assert.equal(await page.getByTestId('editor-text').innerText(), text);
  // Back where it was, all is as it was.
  await page.mouse.move(at.x, at.y, { steps: 4 });
  await page.getByTestId('changed').filter({ hasText: 'same output' }).waitFor();
  await page.mouse.up();
  await waitForRun(page);
  assert.deepEqual(await lines(page), before);
  assert.equal(await page.getByTestId('editor-text').innerText(), text);
});

test('an I/O latency is dragged, or set by keys, and the program runs again', async ({ page }) => {
  await open(page);
  await runProgram(page, PROGRAM);
  await drag(page, await end(page, 'fs.stat users.json: 0 to'), 300);
  await page.locator('.chip', { hasText: /^fs\.stat users\.json #1:/ }).waitFor();
  await waitForRun(page);
  await page.locator('.time-body').focus();
  await page.keyboard.press('ArrowDown');
  const says = () => page.getByTestId('grip').innerText();
  const first = await says();
  assert.match(first, /ms/);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((first) => document.querySelector('[data-testid=grip]').innerText !== first, first);
  await waitForRun(page);
  await page.keyboard.press('Escape');
  assert.match(await says(), /virtual time/);
});

test('of several calls the one that is dragged takes longer, with Shift all of them', async ({ page }) => {
  await open(page);
  await runProgram(page, `const fs = require('fs');
fs.readFile('users.json', () => console.log('first'));
fs.readFile('users.json', () => console.log('second'));
`);
  const chips = () => page.locator('.chip', { hasText: 'fs.readFile' }).allInnerTexts();
  assert.deepEqual(await chips(), ['fs.readFile users.json: 3 ms']);
  const last = () => page.locator('.end', { hasText: 'fs.readFile' }).last().boundingBox();
  const before = await lines(page);
  await drag(page, await last(), 200);
  await page.locator('.chip', { hasText: 'users.json #' }).waitFor();
  await waitForRun(page);
  await goToEnd(page);
  assert.deepEqual([before, (await chips()).length], [['first', 'second'], 2]);
  await page.keyboard.down('Shift');
  await drag(page, await last(), -100);
  await page.keyboard.up('Shift');
  await page.waitForFunction(() => document.querySelectorAll('.chip').length === 3);
  await waitForRun(page);
  assert.match((await chips()).join(), /^fs\.readFile users\.json: [\d.]+ ms$/);
});

test('a timer whose delay is no number in the text says that it cannot be dragged', async ({ page }) => {
  await open(page);
  await runProgram(page, "const ms = 5;\nsetTimeout(() => console.log('a'), ms * 2);\n");
  const before = await page.getByTestId('editor-text').innerText();
  await drag(page, await end(page, 'timeout: 0 to 10 ms'), -200);
  assert.match(await page.getByTestId('grip').innerText(), /no number in line 2 is its delay/);
  assert.equal(await page.getByTestId('editor-text').innerText(), before);
  assert.deepEqual(await printed(page), ['a']);
});

test('a hundred thousand steps are drawn by few elements, and stay readable', async ({ page }) => {
  await open(page);
  await runProgram(page, `let n = 0;
function tick() { n += 1; if (n < 12000) setImmediate(tick); else console.log('done'); }
tick();
setTimeout(() => console.log('timer'), 50);
`);
  const { last } = await position(page);
  assert.ok(last > 50_000, `${last} steps`);
  const count = () => page.locator('.lanes *').count();
  assert.ok((await count()) < 1500, `${await count()} elements`);
  await takeScreenshots(page, 'dense');
  for (let n = 0; n < 9; n += 1) await page.keyboard.press('+');
  assert.ok((await count()) < 1500, `${await count()} elements`);
  await takeScreenshots(page, 'dense-closer');
}, { timeout: 120_000 });
