// What a reader of a lesson does with the frames in it.

import assert from 'node:assert/strict';

/** The frames of Loopscope in a page, once there are `count`; `part` is of their addresses. */
export async function frames(page, count = 1, part = '/embed/') {
  const all = () => page.frames().filter((frame) => frame.url().includes(part));
  for (let patience = 200; all().length < count; patience -= 1) {
    assert.ok(patience > 0, `${all().length} frames of ${count}`);
    await page.waitForTimeout(50);
  }
  return all();
}

/** Runs the frame's program and waits for a line. */
export async function runFrame(frame, line) {
  await frame.getByTestId('run').click();
  await frame.getByTestId('last').click({ force: true });
  await frame.getByTestId('run').filter({ hasText: 'Run' }).waitFor();
  await frame.getByTestId('last').click({ force: true });
  await frame.getByTestId('console-line').filter({ hasText: line }).first().waitFor();
}
