// The worked examples of docs/examples, each as its author's host shows it: from another origin than Loopscope's.

import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import markdownIt from 'markdown-it';
import { inFolder, mdbook } from './command.mjs';
import { screenshotDir, test } from './harness.mjs';
import { frames, runFrame } from './lessons.mjs';
import { TYPES, serve, serveLoopscope } from './servers.mjs';

/** Where Loopscope is, for the authors of the examples. */
const WRITTEN = 'https://example.org/loopscope/';
const REVEAL = dirname(createRequire(import.meta.url).resolve('reveal.js/package.json'));

const read = (name) => readFile(new URL(`../../docs/examples/${name}`, import.meta.url), 'utf8');
const document = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lesson</title><link rel="icon" href="data:,">${body}`;
const rendered = (markdown) => document(markdownIt({ html: true }).render(markdown));

/** Opens an example: `page(text)` is the whole document for the text of its file. */
function example(name, title, toPage, body) {
  test(title, async ({ page, context }) => {
    const scope = await serveLoopscope({ cors: true });
    const base = `${scope.origin}/scope/`;
    const html = (await toPage(await read(name), base)).replaceAll(WRITTEN, base);
    const host = await serve(async (path) => {
      if (path === '/lesson') return { type: TYPES['.html'], body: html };
      if (path === '/favicon.ico') return { type: TYPES['.svg'], body: '' };
      const inside = normalize(path);
      if (!inside.startsWith('/reveal.js/')) return null;
      const file = await readFile(join(REVEAL, inside.slice('/reveal.js/'.length))).catch(() => null);
      return file && { type: TYPES[extname(inside)] ?? 'application/octet-stream', body: file };
    });
    const withoutScripts = async (look) => {
      const plain = await context.browser().newContext({ javaScriptEnabled: false });
      try {
        const reader = await plain.newPage();
        await reader.goto(`${host.origin}/lesson`);
        await look(reader);
      } finally {
        await plain.close();
      }
    };
    try {
      await page.goto(`${host.origin}/lesson`);
      await body({ page, scope, html, withoutScripts });
    } finally {
      scope.close();
      host.close();
    }
  });
}

/** What every example says without scripts: the program, and a link that opens it. */
async function saysAll(reader, programs) {
  for (const part of programs) await reader.getByText(part).first().waitFor();
  const link = await reader.getByRole('link', { name: /Open/ }).first().getAttribute('href');
  assert.match(link, /\/scope\/#v1\/[\w-]+/);
}

example('plain.html', 'plain HTML: two elements, which run', (text) => text, async ({ page, withoutScripts }) => {
  const [first, second] = await frames(page, 2);
  await runFrame(first, 'timeout');
  assert.deepEqual(await first.locator('[data-testid=console-line] .line-text').allInnerTexts(), ['main', 'tick', 'promise', 'timeout']);
  await second.getByTestId('run').click();
  // It lands at the first line that is printed.
  await second.getByTestId('console-line').filter({ hasText: 'immediate' }).waitFor();
  assert.equal(await second.getByTestId('console-line').count(), 1);
  await withoutScripts((reader) => saysAll(reader, ['process.nextTick', 'fs.readFile']));
});

const ALLOWED = ['iframe', 'script', 'a', 'div', 'p', 'pre'];

example('markdown.md', 'Markdown with a few tags: a script upgrades the div, and a frame stands alone', rendered, async ({ page, html, withoutScripts }) => {
  const source = await read('markdown.md');
  const raw = markdownIt({ html: true }).parse(source, {}).flatMap((token) => [token, ...(token.children ?? [])])
    .filter(({ type }) => type === 'html_block' || type === 'html_inline');
  const tags = raw.flatMap(({ content }) => [...content.matchAll(/<\/?([a-z][\w-]*)/g)].map(([, tag]) => tag));
  assert.ok(tags.includes('script') && tags.includes('div') && tags.includes('iframe'), html);
  assert.deepEqual(tags.filter((tag) => !ALLOWED.includes(tag)), []);
  const all = await frames(page, 2);
  const upgraded = all.find((frame) => !frame.url().includes('#'));
  await upgraded.waitForFunction(() => document.querySelector('textarea')?.value.includes('nextTick'));
  for (const frame of all) await runFrame(frame, frame === upgraded ? 'tick' : 'immediate');
  // A host that takes scripts and frames out leaves the text and the links.
  await withoutScripts((reader) => saysAll(reader, ['process.nextTick']));
});

example('lms.html', 'an LMS that allows frames alone', document, async ({ page, html, scope }) => {
  assert.doesNotMatch(html, /<script/);
  const [frame] = await frames(page);
  await runFrame(frame, 'timeout');
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), 'light');
  assert.equal(await page.locator('iframe').getAttribute('title'), 'Ticks come first');
  const link = await page.getByRole('link').getAttribute('href');
  assert.ok(link.startsWith(`${scope.origin}/scope/#v1/`));
});

test('mdBook: a book that is built holds an element with a picture and a transcript', ({ page, context }) => inFolder(async (folder) => {
  const scope = await serveLoopscope({ cors: true });
  await cp(new URL('../../docs/examples/book', import.meta.url), folder, { recursive: true });
  const settings = join(folder, 'book.toml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace(WRITTEN, `${scope.origin}/scope/`));
  await mdbook(['build'], folder);
  const host = await serve(async (path) => {
    const body = await readFile(join(folder, 'book', normalize(path))).catch(() => null);
    return body && { type: TYPES[extname(path)] ?? 'application/octet-stream', body };
  });
  try {
    await page.goto(`${host.origin}/ticks.html`);
    const [frame] = await frames(page);
    assert.equal(await page.locator('loop-scope').count(), 1);
    assert.equal(await page.locator('loop-scope iframe').getAttribute('title'), 'Ticks, then promises');
    await frame.waitForFunction((text) => document.querySelector('textarea')?.value.trim() === text, await fence(folder));
    await frame.getByTestId('run').click();
    // It lands at the second line that is printed.
    await frame.getByTestId('console-line').filter({ hasText: 'tick' }).waitFor();
    assert.equal(await frame.getByTestId('console-line').count(), 2);
    // The other fence is a listing as any.
    assert.equal(await page.locator('main > pre code.language-js').innerText(), "setTimeout(() => console.log('timeout'));\n");
    const plain = await context.browser().newContext({ javaScriptEnabled: false });
    const reader = await plain.newPage();
    for (const name of ['ticks.html', 'print.html']) {
      await reader.goto(`${host.origin}/${name}`);
      await saysAll(reader, ['process.nextTick']);
      assert.equal(await reader.locator('figure pre').innerText(), 'main\ntick\npromise\ntimeout');
      const picture = reader.locator('figure img');
      assert.ok((await picture.getAttribute('alt')).length > 10);
      assert.ok((await picture.boundingBox()).width > 200);
    }
    await reader.goto(`${host.origin}/ticks.html`);
    await reader.screenshot({ path: join(screenshotDir, 'mdbook-without-scripts.png'), fullPage: true });
    await plain.close();
    await page.screenshot({ path: join(screenshotDir, 'mdbook.png') });
  } finally {
    scope.close();
    host.close();
  }
}), { timeout: 180_000 });

/** The program of the book's first fence. */
async function fence(folder) {
  const chapter = await readFile(join(folder, 'src/ticks.md'), 'utf8');
  return chapter.match(/^```js,loopscope.*\n([^]*?)\n```$/m)[1];
}

example('slides.html', 'reveal.js: the slide that is shown runs, the others sleep', (text) => text, async ({ page, scope }) => {
  await page.locator('.reveal.ready').waitFor();
  const engines = () => scope.asked.filter((path) => /worker-.*\.wasm$/.test(path)).length;
  assert.equal(await page.locator('section.present loop-scope').count(), 0);
  await page.keyboard.press('ArrowRight');
  await page.locator('section.present loop-scope iframe').waitFor();
  const shown = async () => {
    const handle = await page.locator('section.present loop-scope iframe').elementHandle();
    return handle.contentFrame();
  };
  const first = await shown();
  // The deck is still on its way, and who clicks would miss.
  await page.waitForFunction(() => document.getAnimations().length === 0);
  await runFrame(first, 'tick');
  assert.equal(engines(), 1);
  assert.ok(page.workers().length > 0);
  // The deck has the focus again, and goes on.
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('ArrowRight');
  const next = page.locator('section.present loop-scope[title="Inside an I/O callback"] iframe');
  await next.waitFor();
  for (let patience = 100; page.workers().length > 0; patience -= 1) {
    assert.ok(patience > 0, 'the slide before still holds its workers');
    await page.waitForTimeout(50);
  }
  const second = await shown();
  await second.getByTestId('run').click();
  await second.getByTestId('why-sentence').filter({ hasText: 'immediate' }).waitFor();
  assert.equal(engines(), 1);
});
