// The worker is ended at any moment: nothing of the reader's is lost, nothing of the dead run is shown, nothing piles up.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from './harness.mjs';
import { goToEnd, open, printed, run, waitForEditor, waitForRun, write } from './page.mjs';

const KILLS = 100;
/** Memory is measured against that after so many kills: engines and caches are warm then. */
const WARM = 25;
/** Growth of memory that is measured and not kept: garbage that has not been collected yet. */
const NOISE = 1.1;

/** Whole numbers below `n`, the same ones in each run of the test. */
function numbers(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** A program that says which run it is and then goes on for as long as it may, in one way or another. */
const endless = (nth) => `console.log('run ${nth}');
${[
    'setInterval(() => { for (let i = 0; i < 20000; i += 1) Math.abs(i); }, 1);',
    '(function again() { setImmediate(again); })();',
    "const rows = []; setInterval(() => { rows.push('x'.repeat(1000)); console.log(rows.length); }, 1);",
    'let n = 0; while (n >= 0) { n = Math.abs(n) + 1; }',
  ][nth % 4]}
`;

test(`${KILLS} runs that are ended at random moments leave nothing behind`, async ({ page, context }) => {
  const below = numbers(7);
  await open(page);
  await waitForEditor(page);
  await run(page);
  let warm = 0;
  for (let nth = 1; nth <= KILLS; nth += 1) {
    await write(page, endless(nth));
    await page.getByTestId('run').click();
    await page.waitForTimeout(below(60));
    // Most are stopped; the others make place for the next run, which ends them as well.
    if (below(4) > 0) {
      const stop = page.getByTestId('run').filter({ hasText: 'Stop' });
      // The run may have come to a limit by itself in the meantime.
      if (await stop.count()) await stop.click({ timeout: 2000 }).catch(() => {});
      await waitForRun(page);
    }
    const told = (await printed(page)).filter((line) => line.startsWith('run '));
    assert.ok(told.length <= 1, `after run ${nth} the console holds ${told}`);
    await few(page);
    if (nth === WARM) warm = await memory(page, context);
  }
  const stop = page.getByTestId('run').filter({ hasText: 'Stop' });
  if (await stop.count()) await stop.click({ timeout: 2000 }).catch(() => {});
  await waitForRun(page);
  await write(page, "console.log('the last one');\n");
  await run(page);
  await goToEnd(page);
  assert.deepEqual(await printed(page), ['the last one']);
  const cold = await memory(page, context);
  assert.ok(cold <= warm * NOISE, `memory grew from ${warm} to ${cold} bytes`);

  await write(page, endless(0));
  await page.getByTestId('run').click();
  // A draft is kept a moment after the last key, and at once when the page is left.
  await page.reload();
  await waitForEditor(page);
  assert.equal(await page.getByTestId('editor-text').evaluate((text) => text.innerText.trim()), endless(0).trim());
}, { timeout: 300_000 });

/** Waits until the worker that runs programs and its spare are the only ones: it takes a moment to end one. */
async function few(page) {
  for (let patience = 100; page.workers().length > 2; patience -= 1) {
    assert.ok(patience > 0, `${page.workers().length} workers`);
    await page.waitForTimeout(20);
  }
}

/**
 * Bytes that the page's process has in memory once its garbage is collected: the page, its workers and their Wasm. Where the
 * system does not tell, those of the page's JavaScript and Wasm.
 */
async function memory(page, context) {
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.enable');
  // Dead workers' memory is given back by the second collection, if not by the first.
  for (let pass = 0; pass < 3; pass += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(300);
  }
  const browser = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  await browser.detach();
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => resident(id)));
  const largest = Math.max(0, ...sizes);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return largest || usedSize;
}

/** Bytes of a process in memory; 0 where the system does not say. */
async function resident(id) {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
