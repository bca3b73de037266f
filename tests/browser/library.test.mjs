// The library of Node's modules: a file beside the engine, fetched when a program first needs one of them.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { goToEnd, printed, runProgram, waitForEditor, waitForRecording, write } from './page.mjs';
import { serveLesson, serveLoopscope } from './servers.mjs';

const MODULES = "const { format } = require('util');\nrequire('fs').readFile(__filename, () => console.log(format('%s read', 'it is')));\n";
const fetched = (scope) => scope.asked.filter((path) => /library-.*\.js$/.test(path)).length;

/** A test with a host of Loopscope of its own. */
function hosted(name, body) {
  test(name, async (given) => {
    const scope = await serveLoopscope({ cors: true });
    try {
      await body({ ...given, scope });
    } finally {
      scope.close();
    }
  });
}

hosted('it is fetched when a module is asked for, not before', async ({ page, scope }) => {
  await page.goto(`${scope.origin}/scope/`);
  await waitForRecording(page);
  await runProgram(page, "setTimeout(() => console.log('none'));\n");
  assert.deepEqual(await printed(page), ['none']);
  assert.equal(fetched(scope), 0);
  await runProgram(page, MODULES);
  assert.deepEqual(await printed(page), ['it is read']);
  assert.equal(fetched(scope), 1);
});

hosted('a sandboxed frame fetches it as well', async ({ page, scope }) => {
  const src = `${scope.origin}/scope/embed/?layout=full#scenario=immediate-in-io`;
  const lesson = await serveLesson(`<iframe width="1200" height="900" sandbox="allow-scripts" src="${src}"></iframe>`);
  try {
    await page.goto(`${lesson.origin}/lesson`);
    const frame = page.frames().find((frame) => frame.url().startsWith(scope.origin));
    await waitForRecording(frame);
    await frame.getByTestId('run').click();
    await frame.getByTestId('run').filter({ hasText: 'Run' }).waitFor();
    await frame.getByTestId('engine').filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
    await frame.getByTestId('last').click({ force: true });
    await frame.getByTestId('console-line').filter({ hasText: 'immediate' }).waitFor({ state: 'attached' });
    assert.equal(await frame.evaluate(() => origin), 'null');
    for (let patience = 100; fetched(scope) === 0 && patience > 0; patience -= 1) await page.waitForTimeout(50);
    assert.equal(fetched(scope), 1);
    assert.equal(await frame.getByTestId('notice').count(), 0);
  } finally {
    lesson.close();
  }
});

hosted('where it cannot be had the run says so, and the next program runs', async ({ page, context, complaints, scope }) => {
  await context.route(/library-.*\.js$/, (route) => route.abort());
  await page.goto(`${scope.origin}/scope/`);
  await waitForRecording(page);
  await waitForEditor(page);
  await write(page, MODULES);
  await page.getByTestId('run').click();
  await page.getByTestId('notice').filter({ hasText: 'the library of Node’s modules could not be loaded' }).waitFor();
  complaints.length = 0;
  await runProgram(page, "console.log('plain');\n");
  await goToEnd(page);
  assert.deepEqual(await printed(page), ['plain']);
});
