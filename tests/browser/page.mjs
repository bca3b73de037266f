// What a reader does with the page, by the names of its parts.

import assert from 'node:assert/strict';
import { address } from './harness.mjs';

/** Opens the page, with a fragment or without, and waits until a recording is shown. */
export async function open(page, fragment = '') {
  await page.goto(address + fragment);
  await waitForRecording(page);
}

/** Waits until the page shows a recording of more than its first step. */
export async function waitForRecording(page) {
  await page.waitForFunction(() => Number(document.querySelector('[data-testid=scrubber]')?.max) > 0);
}

/** Waits for the full editor: it takes the place of the plain one once its bundle has arrived. */
export async function waitForEditor(page) {
  await page.locator('.cm-content').waitFor();
}

/** Replaces the program's text, as by pasting over all of it, in whichever editor is there. */
export async function write(page, program) {
  await page.getByTestId('editor-text').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(program);
}

/** Presses Run and waits until the new run has been recorded to its end. */
export async function run(page) {
  await page.getByTestId('run').click();
  await waitForRun(page);
}

/** Waits until nothing is being recorded any more. */
export async function waitForRun(page) {
  await page.getByTestId('run').filter({ hasText: 'Run' }).waitFor();
  await page.getByTestId('engine').filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
}

/** Writes a program, runs it and goes to its last step. */
export async function runProgram(page, program) {
  await waitForEditor(page);
  await write(page, program);
  await run(page);
  await goToEnd(page);
}

/** Goes to the last step. The button says that it is disabled where there is no further step. */
export async function goToEnd(page) {
  await page.getByTestId('last').click({ force: true });
  const { last } = await position(page);
  await waitForStep(page, last);
}

/** The texts of the console's lines, without their stamps. */
export function printed(page) {
  return page.locator('[data-testid=console-line] .line-text').allInnerTexts();
}

/** Where the page is: `{ step, last }`. */
export async function position(page) {
  const slider = page.getByTestId('scrubber');
  return { step: Number(await slider.inputValue()), last: Number(await slider.getAttribute('max')) };
}

/** Everything that says where the run is, as text: what must be the same when a step is reached by another way. */
export async function picture(page) {
  const parts = ['why', 'stack', 'loop', 'timers', 'pool', 'kernel', 'console', 'step'];
  const texts = await Promise.all(parts.map((part) => page.getByTestId(part).innerText()));
  return texts.join('\n----\n');
}

/** Waits until the page is at a step. */
export async function waitForStep(page, step) {
  await page.waitForFunction(
    (step) => document.querySelector('[data-testid=scrubber]')?.value === String(step),
    step,
  );
  assert.equal((await position(page)).step, step);
}
