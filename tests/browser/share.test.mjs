// The Share sheet: links and snippets, what they look like, and that what is pasted works.

import assert from 'node:assert/strict';
import { address, checkAccessibility, sizes, takeScreenshots, test } from './harness.mjs';
import { linkTo } from './command.mjs';
import { frames, runFrame } from './lessons.mjs';
import { open, runProgram, waitForRecording, waitForRun, waitForStep } from './page.mjs';
import { serveLesson } from './servers.mjs';

/** Everything that could be lost on its way through HTML and Markdown. */
const AWKWARD = "\n// </pre></code> &amp; <b> \u00e9 \u{1f600} ```\n\n \t\nconsole.log('a' < 'b', \"q\");\n\n\nsetTimeout(() => console.log('late'));\n";

async function openSheet(page, form) {
  await page.getByTestId('share').click();
  await page.getByTestId('share-snippet').waitFor();
  if (form) await page.getByTestId(`share-${form}`).check();
}

const snippetOf = (page) => page.getByTestId('share-snippet').inputValue();
const isClosed = (page) => page.getByRole('dialog', { name: 'Share' }).waitFor({ state: 'detached' });

test('the sheet is fetched when it is first opened, and works by keyboard', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  const sheets = () => asked.filter((url) => /share-[0-9a-f]+\.js$/.test(url)).length;
  assert.equal(sheets(), 0);
  await page.getByTestId('share').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Share' }).waitFor();
  assert.equal(sheets(), 1);
  // The page behind hears no keys.
  const step = await page.getByTestId('scrubber').inputValue();
  await page.keyboard.press('End');
  await page.keyboard.press('s');
  assert.equal(await page.getByTestId('scrubber').inputValue(), step);
  // From the first to the last of its controls, and by arrows between the forms.
  await page.getByTestId('share-markdown').focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await snippetOf(page), /<loop-scope/);
  await page.keyboard.press('Escape');
  await isClosed(page);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'share');
  // The preview's frame goes with the sheet.
  await page.locator('iframe').waitFor({ state: 'detached' });
});

test('the link and the snippet are copied as they are shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await runProgram(page, AWKWARD);
  const line = page.getByTestId('console-line').filter({ hasText: 'late' });
  const step = Number(await line.getAttribute('data-step'));
  await line.click();
  await waitForStep(page, step);
  await openSheet(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByTestId('share-copy-link').click();
  await page.getByTestId('share-copy-link').filter({ hasText: 'Copied' }).waitFor();
  const link = await clipboard();
  assert.match(link, /#v1\/[\w-]+\/o2$/);
  assert.ok(link.startsWith(address));
  await page.getByTestId('share-copy').click();
  await page.getByTestId('share-copy').filter({ hasText: 'Copied' }).waitFor();
  assert.equal(await clipboard(), await snippetOf(page));
  assert.match(await clipboard(), /\n````js\n\n\/\/ /);
  await page.getByTestId('share-here').uncheck();
  assert.match(await page.getByTestId('share-link').inputValue(), /#v1\/[\w-]+$/);
  await page.getByTestId('share-close').click();
  await isClosed(page);
  // It opens where it was copied.
  const reader = await context.newPage();
  await reader.goto(link);
  await waitForRecording(reader);
  await waitForRun(reader);
  await waitForStep(reader, step);
});

for (const form of ['element', 'div', 'iframe']) {
  test(`what is pasted is the program, and runs: ${form}`, async ({ page }) => {
    await page.goto(`${address}#${await linkTo(AWKWARD)}`);
    await waitForRecording(page);
    await openSheet(page, form);
    const html = await snippetOf(page);
    assert.ok(!html.includes(' linked '));
    const host = await serveLesson(html);
    try {
      await page.goto(`${host.origin}/lesson`);
      const [frame] = await frames(page);
      await frame.waitForFunction(
        (text) => document.querySelector('textarea')?.value.trimEnd() === text,
        AWKWARD.trimEnd(),
      );
      await runFrame(frame, 'late');
    } finally {
      host.close();
    }
  });
}

test('of a program with more than its text the link is what runs', async ({ page }) => {
  await page.goto(`${address}#scenario=immediate-in-io`);
  await waitForRecording(page);
  await openSheet(page, 'element');
  const html = await snippetOf(page);
  assert.match(html, /<loop-scope title="[^"]+" linked /);
  const host = await serveLesson(html);
  try {
    await page.goto(`${host.origin}/lesson`);
    const [frame] = await frames(page);
    await frame.getByRole('button', { name: 'users.json', exact: true }).waitFor();
    await runFrame(frame, 'immediate');
  } finally {
    host.close();
  }
});

test('the preview is what the snippet says', async ({ page }) => {
  await open(page);
  await openSheet(page, 'iframe');
  await page.getByTestId('share-theme').selectOption('dark');
  await page.getByTestId('share-layout').selectOption('code');
  await page.getByTestId('share-width').selectOption('320');
  await page.getByTestId('share-height').fill('420');
  await page.waitForFunction(() => {
    const frame = document.querySelector('[data-testid=share-sheet]').shadowRoot.querySelector('iframe');
    return frame?.src.includes('theme=dark&layout=code') && frame.clientWidth === 320 && frame.clientHeight === 420;
  });
  // One that was there before a setting changed may still be among the page's frames.
  const shown = await page.locator('[data-testid=share-sheet] iframe').elementHandle();
  const preview = await shown.contentFrame();
  await preview.getByTestId('editor-text').waitFor();
  assert.equal(await preview.evaluate(() => document.documentElement.dataset.theme), 'dark');
  const html = await snippetOf(page);
  assert.ok(html.includes(` src="${preview.url().replaceAll('&', '&amp;')}"`), html);
  assert.match(html, / width="320" height="420" loading="lazy" sandbox="allow-scripts /);
  // What cannot be a height changes nothing.
  await page.getByTestId('share-height').fill('7');
  assert.match(await snippetOf(page), / height="420" /);
});

test('where the sheet cannot be had, there is the link', async ({ page, context, complaints }) => {
  await context.route(/share-[0-9a-f]+\.js$/, (route) => route.abort());
  await open(page);
  const asked = new Promise((resolve) => {
    page.once('dialog', (dialog) => {
      resolve(dialog.defaultValue());
      dialog.dismiss();
    });
  });
  await page.getByTestId('share').click();
  assert.match(await asked, /#v1\//);
  complaints.length = 0;
});

for (const size of sizes.filter(({ height }) => height > 460)) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe-core finds nothing in the sheet at ${size.width}x${size.height}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page);
      await openSheet(page);
      await checkAccessibility(page);
      await page.getByTestId('share-iframe').check();
      await page.getByTestId('share-preview').waitFor();
      await checkAccessibility(page);
    });
  }
}

test('pictures of the sheet', async ({ page }) => {
  await open(page);
  await openSheet(page, 'iframe');
  await page.waitForTimeout(1000);
  await takeScreenshots(page, 'share');
});
