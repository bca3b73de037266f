// Edit, run, step, back, seek: the path that everything else hangs on.

import assert from 'node:assert/strict';
import { takeScreenshots, test } from './harness.mjs';
import {
  goToEnd, open, picture, position, printed, run, runProgram, waitForEditor, waitForRun, waitForStep, write,
} from './page.mjs';

const ORDER = `setTimeout(() => console.log('timeout'));
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('promise'));
console.log('main');
`;

test('it opens on a recorded scenario before the engine is there', async ({ page, context }) => {
  await context.route(/worker-.*\.wasm$/, () => {});
  await open(page);
  await goToEnd(page);
  assert.ok((await printed(page)).length > 0);
  await page.getByTestId('ending').waitFor();
});

test('a program that is typed runs, and prints what Node prints', async ({ page }) => {
  await open(page);
  await runProgram(page, ORDER);
  const lines = await printed(page);
  assert.deepEqual(lines.slice(0, 3), ['main', 'tick', 'promise']);
  assert.deepEqual(lines.slice(3).sort(), ['immediate', 'timeout']);
  // Everything waits now, each in its place: the picture for the front page.
  await page.getByTestId('console-line').filter({ hasText: 'main' }).click();
  await takeScreenshots(page, 'run');
});

test('the kind of the program is shown, and by what Node finds it', async ({ page }) => {
  await open(page);
  const facts = page.locator('.facts');
  await runProgram(page, "import fs from 'node:fs';\nconsole.log(typeof fs.readFile);\n");
  assert.match(await facts.textContent(), /ES module by its syntax/);
  await runProgram(page, ORDER);
  assert.match(await facts.textContent(), /CommonJS(?! by)/);
});

test('the plain editor runs programs as well, when the full one does not come', async ({ page, context }) => {
  await context.route(/editor-.*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await open(page);
  await page.locator('textarea').waitFor();
  await write(page, "console.log('plain');\n");
  await run(page);
  await goToEnd(page);
  assert.deepEqual(await printed(page), ['plain']);
});

test('stepping back shows what stepping forward showed', async ({ page }) => {
  await open(page);
  await runProgram(page, ORDER);
  await page.getByTestId('first').click();
  await waitForStep(page, 0);
  const { last } = await position(page);
  const seen = [];
  for (let step = 0; step < last; step += 1) {
    seen.push(await picture(page));
    await page.getByTestId('forward').click();
    await waitForStep(page, step + 1);
  }
  for (let step = last - 1; step >= 0; step -= 1) {
    await page.getByTestId('back').click();
    await waitForStep(page, step);
    assert.equal(await picture(page), seen[step], `step ${step}`);
  }
});

test('a line of the console leads to the step that printed it', async ({ page }) => {
  await open(page);
  await runProgram(page, ORDER);
  const line = page.getByTestId('console-line').filter({ hasText: 'tick' });
  const step = Number(await line.getAttribute('data-step'));
  await line.click();
  await waitForStep(page, step);
  assert.deepEqual(await printed(page), ['main', 'tick']);
  assert.match(await page.getByTestId('why-sentence').innerText(), /prints/);
});

test('the slider seeks', async ({ page }) => {
  await open(page);
  const { last } = await position(page);
  await page.getByTestId('scrubber').fill(String(last));
  await waitForStep(page, last);
  await page.getByTestId('ending').waitFor();
});

test('the phase that the loop is in is marked, one at a time', async ({ page }) => {
  await open(page);
  await runProgram(page, ORDER);
  await page.getByTestId('console-line').filter({ hasText: 'immediate' }).click();
  const here = page.locator('[data-testid^=phase-][aria-current=step]');
  assert.equal(await here.count(), 1);
  assert.equal(await here.getAttribute('data-testid'), 'phase-check');
});

test('an error is shown at its line, and the exit code with it', async ({ page }) => {
  await open(page);
  await runProgram(page, "console.log(1);\n\nthrow new Error('out of paper');\n");
  const message = page.getByTestId('message');
  assert.match(await message.innerText(), /Error: out of paper/);
  assert.match(await message.getByTestId('message-line').innerText(), /line 3/);
  assert.match(await page.getByTestId('ending').innerText(), /\b1\b/);
  assert.ok((await printed(page)).includes('1'));
});

test('a program that does not parse is told where', async ({ page }) => {
  await open(page);
  await runProgram(page, "console.log(1);\nlet = = 2;\n");
  assert.match(await page.getByTestId('message').innerText(), /SyntaxError/);
  assert.match(await page.getByTestId('message-line').innerText(), /line 2/);
});

test('what is not modelled is refused with its place', async ({ page }) => {
  await open(page);
  await runProgram(page, "console.log('before');\nrequire('cluster');\n");
  assert.deepEqual(await printed(page), ['before']);
  const message = page.getByTestId('message');
  assert.match(await message.innerText(), /cluster/);
  assert.match(await message.getByTestId('message-line').innerText(), /line 2/);
});

test('an edit is marked as not yet run, and can be taken back', async ({ page }) => {
  await open(page);
  await waitForEditor(page);
  assert.equal(await page.getByTestId('edited').count(), 0);
  await write(page, 'console.log(2);\n');
  await page.getByTestId('edited').waitFor();
  await page.getByTestId('revert').click();
  await page.getByTestId('edited').waitFor({ state: 'detached' });
});

test('a run that takes long can be stopped, and what was recorded stays', async ({ page }) => {
  await open(page);
  await waitForEditor(page);
  await write(page, `console.log('start');
let sum = 0;
setInterval(() => { for (let i = 0; i < 50000; i += 1) sum += Math.abs(i); }, 1);
`);
  await page.getByTestId('run').click();
  await page.getByTestId('engine').filter({ hasText: 'recording' }).waitFor();
  await page.getByTestId('run').filter({ hasText: 'Stop' }).click();
  await waitForRun(page);
  await goToEnd(page);
  assert.deepEqual(await printed(page), ['start']);
  await runProgram(page, "console.log('again');\n");
  assert.deepEqual(await printed(page), ['again']);
});

test('a call that does not return can be stopped', async ({ page }) => {
  await open(page);
  await waitForEditor(page);
  await write(page, "/^(a+)+$/.test('a'.repeat(40) + 'b');\n");
  await page.getByTestId('run').click();
  await page.getByTestId('run').filter({ hasText: 'Stop' }).click();
  await waitForRun(page);
  await runProgram(page, "console.log('again');\n");
  assert.deepEqual(await printed(page), ['again']);
});

test('a loop without end is ended by a limit, which is said at its line', async ({ page }) => {
  await open(page);
  await runProgram(page, "console.log('before');\nfor (;;) {}\n");
  assert.deepEqual(await printed(page), ['before']);
  assert.match(await page.getByTestId('message-line').innerText(), /line 2/);
});

test('an engine that dies is told of and replaced', async ({ page }) => {
  await open(page);
  await runProgram(page, "console.log('before');\n");
  await atAllEngines(page, () => {
    const glue = globalThis.eval('wasm_bindgen');
    globalThis.whole = glue.handle;
    glue.handle = () => {
      throw new Error('unreachable');
    };
  });
  await run(page);
  await page.getByTestId('notice').first().waitFor();
  await goToEnd(page);
  assert.deepEqual(await printed(page), ['before']);
  // The spare takes over; it is to be in order.
  await atAllEngines(page, () => {
    if (globalThis.whole) globalThis.eval('wasm_bindgen').handle = globalThis.whole;
  });
  await runProgram(page, "console.log('after');\n");
  assert.deepEqual(await printed(page), ['after']);
});

/** Does something in every worker that has its engine: the one that runs programs, and its spare. */
async function atAllEngines(page, what) {
  for (const worker of page.workers()) {
    await worker.evaluate(async () => {
      while (!globalThis.eval('typeof wasm_bindgen === "function"')) await new Promise((later) => setTimeout(later, 20));
    });
    await worker.evaluate(what);
  }
}

test('the library opens other scenarios', async ({ page }) => {
  await open(page);
  const title = await page.getByTestId('title').innerText();
  await page.getByTestId('library').click();
  const items = page.getByTestId('library-menu').getByRole('button');
  assert.ok((await items.count()) >= 8);
  await items.nth(4).click();
  await page.getByTestId('title').filter({ hasNotText: title }).waitFor();
});
