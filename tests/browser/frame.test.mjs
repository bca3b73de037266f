// The frame and the element, on a host of its own: another origin than that of the files.

import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { frames, runFrame } from './lessons.mjs';
import { serveLesson, serveLoopscope } from './servers.mjs';

const PROGRAM = `setTimeout(() => console.log('timeout'));
process.nextTick(() => console.log('tick'));
console.log('main');`;

/** A lesson that holds `html(scope)`; `scope` is where Loopscope is. Runs `body` on it, once it is open. */
function lesson(name, { html, cors = true, headers, complain = false }, body) {
  test(name, async ({ page, context, complaints }) => {
    const scope = await serveLoopscope({ cors });
    const host = await serveLesson(html(`${scope.origin}/scope/`), headers);
    try {
      await page.goto(`${host.origin}/lesson`);
      await body({ page, context, scope, host, complaints });
      if (complain) complaints.length = 0;
    } finally {
      scope.close();
      host.close();
    }
  });
}

const element = (attributes = '') => (scope) => `<script type="module" src="${scope}embed.js"></script>
<loop-scope ${attributes}><pre><code>${PROGRAM.replaceAll('>', '&gt;')}
</code></pre></loop-scope>`;

lesson('the element shows the program that it wraps, and loads no engine before it is run', {
  html: element('title="Timers and ticks"'),
}, async ({ page, scope }) => {
  const [frame] = await frames(page);
  await frame.getByTestId('editor-text').waitFor();
  await frame.waitForFunction(() => document.querySelector('textarea')?.value.includes('nextTick'));
  const iframe = page.locator('loop-scope iframe');
  assert.equal(await iframe.getAttribute('title'), 'Timers and ticks');
  assert.equal(await iframe.getAttribute('loading'), 'lazy');
  assert.equal(await iframe.getAttribute('sandbox'), 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  assert.equal(await page.locator('loop-scope pre').isHidden(), true);
  assert.ok(!scope.asked.some((path) => /worker-.*\.wasm$/.test(path)));
  await runFrame(frame, 'tick');
  assert.equal(scope.asked.filter((path) => /worker-.*\.wasm$/.test(path)).length, 1);
  assert.equal(await frame.evaluate(() => origin), 'null');
});

lesson('the element tells what happens, and does what it is told', { html: element() }, async ({ page }) => {
  await page.evaluate(() => {
    globalThis.heard = [];
    for (const name of ['ready', 'resize', 'run', 'step', 'output', 'error', 'open']) {
      addEventListener(`loopscope-${name}`, ({ detail }) => globalThis.heard.push(detail));
    }
  });
  const heard = (type, some) => page.waitForFunction(
    ([type, some]) => globalThis.heard.find((message) => message.type === type && Object.entries(some).every(([name, value]) => message[name] === value)),
    [type, some],
  );
  await heard('ready', { protocol: 1 });
  await heard('resize', {});
  await page.evaluate(() => document.querySelector('loop-scope').run(true));
  await heard('run', { state: 'started' });
  await heard('output', { stream: 'stdout', text: 'main' });
  await heard('run', { state: 'ended', ending: 'exit code 0' });
  await page.evaluate(() => document.querySelector('loop-scope').seek('o2'));
  await heard('step', { at: 'o2' });
  const [frame] = await frames(page);
  assert.match(await frame.getByTestId('why-sentence').innerText(), /tick/);
  await page.evaluate(() => document.querySelector('loop-scope').load('null.x;\n', { run: true }));
  await heard('error', { line: 1 });
  await page.evaluate(() => document.querySelector('loop-scope').setAttribute('theme', 'dark'));
  await frame.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
});

lesson('what the settings say is done', {
  html: element('theme="dark" layout="code" readonly lines="2" autorun at="o2" speed="2" hide="timeline"'),
}, async ({ page }) => {
  const [frame] = await frames(page);
  // It runs by itself, and lands at the second line.
  await frame.getByTestId('console-line').filter({ hasText: 'tick' }).waitFor();
  assert.equal(await frame.getByTestId('console-line').count(), 2);
  const seen = await frame.evaluate(() => ({
    theme: document.documentElement.dataset.theme,
    readOnly: document.querySelector('textarea')?.readOnly,
    stage: getComputedStyle(document.querySelector('.loop')).display,
    pointed: [...document.querySelectorAll('.sheet-row')].findIndex((row) => row.classList.contains('pointed')),
  }));
  assert.deepEqual(seen, { theme: 'dark', readOnly: true, stage: 'none', pointed: 1 });
});

lesson('a setting that is not understood is said', { html: (scope) => `<iframe width="700" height="300" sandbox="allow-scripts" src="${scope}embed/?layout=huge"></iframe>` }, async ({ page }) => {
  const [frame] = await frames(page);
  await frame.getByTestId('notice').filter({ hasText: 'use compact, full' }).waitFor();
});

for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin']) {
  lesson(`an iframe alone works: sandbox="${sandbox}"`, {
    html: (scope) => `<iframe width="700" height="300" sandbox="${sandbox}" src="${scope}embed/?autorun#scenario=immediate-in-io"></iframe>`,
  }, async ({ page, context }) => {
    const [before, entries] = [page.url(), await page.evaluate(() => history.length)];
    const [frame] = await frames(page);
    await frame.waitForFunction(() => Number(document.querySelector('[data-testid=scrubber]')?.max) > 0);
    await runFrame(frame, /./);
    assert.equal(page.url(), before);
    assert.equal(await page.evaluate(() => history.length), entries);
    assert.deepEqual(await context.cookies(), []);
  });
}

lesson('without the header a sandboxed frame says what is missing, and gives the link', {
  cors: false,
  complain: true,
  html: (scope) => `<iframe width="700" height="300" sandbox="allow-scripts" src="${scope}embed/#scenario=immediate-in-io"></iframe>`,
}, async ({ page, scope }) => {
  const [frame] = await frames(page);
  await frame.locator('[data-boot]').filter({ hasText: 'Access-Control-Allow-Origin' }).waitFor();
  const link = await frame.getByRole('link').getAttribute('href');
  assert.equal(link, `${scope.origin}/scope/#scenario=immediate-in-io`);
});

lesson('without the header a frame with its own origin works', {
  cors: false,
  html: (scope) => `<iframe width="700" height="300" sandbox="allow-scripts allow-same-origin" src="${scope}embed/#scenario=immediate-in-io"></iframe>`,
}, async ({ page }) => {
  const [frame] = await frames(page);
  await frame.waitForFunction(() => Number(document.querySelector('[data-testid=scrubber]')?.max) > 0);
});

test('a host with a strict policy allows the element by its origin alone', async ({ page }) => {
  const scope = await serveLoopscope({ cors: true });
  const policy = `default-src 'none'; script-src ${scope.origin}; frame-src ${scope.origin}; connect-src ${scope.origin}; img-src data:; style-src-attr 'none'`;
  const host = await serveLesson(element()(`${scope.origin}/scope/`), { 'content-security-policy': policy });
  try {
    await page.goto(`${host.origin}/lesson`);
    const [frame] = await frames(page);
    await runFrame(frame, 'tick');
  } finally {
    scope.close();
    host.close();
  }
});

test('an edit and its place are taken along to the page itself', async ({ page, context }) => {
  const scope = await serveLoopscope({ cors: true });
  const host = await serveLesson(element()(`${scope.origin}/scope/`));
  try {
    await page.goto(`${host.origin}/lesson`);
    const [frame] = await frames(page);
    await runFrame(frame, 'tick');
    await frame.getByTestId('editor-text').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText("console.log('mine');\nprocess.nextTick(() => console.log('my tick'));\n");
    await runFrame(frame, 'my tick');
    const line = frame.getByTestId('console-line').filter({ hasText: 'my tick' });
    const step = await line.getAttribute('data-step');
    await line.click();
    await frame.waitForFunction((step) => document.querySelector('[data-testid=scrubber]')?.value === step, step);
    const opened = context.waitForEvent('page');
    await frame.getByTestId('outside').click();
    const whole = await opened;
    await whole.getByTestId('console-line').filter({ hasText: 'my tick' }).waitFor();
    await whole.waitForURL(/\/o2$/);
    await whole.locator('.cm-content').filter({ hasText: "console.log('mine')" }).waitFor();
  } finally {
    scope.close();
    host.close();
  }
});

test('where popups are blocked the page around is asked, and the link is copied', async ({ page, context, complaints }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const scope = await serveLoopscope({ cors: true });
  const host = await serveLesson(element('sandbox="allow-scripts"')(`${scope.origin}/scope/`));
  try {
    await page.goto(`${host.origin}/lesson`);
    await page.evaluate(() => addEventListener('loopscope-open', (event) => {
      event.preventDefault();
      globalThis.asked = event.detail.url;
    }));
    const [frame] = await frames(page);
    await runFrame(frame, 'tick');
    await frame.getByTestId('outside').click();
    await page.waitForFunction(() => globalThis.asked?.includes('#v1/'));
    await frame.getByTestId('notice').waitFor();
    // Copied, or shown to be copied where the browser does not let a frame without origin do it.
    const shown = frame.getByTestId('notice').locator('.link-text');
    const link = (await shown.count()) ? await shown.inputValue() : await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link, await page.evaluate(() => globalThis.asked));
    // The browser says that it blocks.
    assert.match(complaints.shift(), /Blocked opening/);
  } finally {
    scope.close();
    host.close();
  }
}, {});

lesson('twenty on one page: one engine, and frames start when they are seen', {
  html: (scope) => Array.from({ length: 20 }, () => `<p style="height:200px">…</p>${element()(scope)}`).join(''),
}, async ({ page, scope }) => {
  const first = await frames(page, 2);
  const engines = () => scope.asked.filter((path) => /worker-.*\.wasm$/.test(path)).length;
  for (const frame of first.slice(0, 2)) await runFrame(frame, 'tick');
  assert.equal(engines(), 1);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(500);
  const all = await frames(page, 3);
  await runFrame(all.at(-1), 'tick');
  assert.equal(engines(), 1);
  // Those that are out of sight have given their engines back.
  await page.waitForTimeout(500);
  assert.ok(page.workers().length <= 3, `${page.workers().length} workers`);
});

test('on paper a frame shows the program and what it printed', async ({ page }) => {
  const scope = await serveLoopscope({ cors: true });
  try {
    await page.goto(`${scope.origin}/scope/embed/#scenario=immediate-in-io`);
    await page.waitForFunction(() => Number(document.querySelector('[data-testid=scrubber]')?.max) > 0);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByTestId('editor').isVisible(), true);
    assert.equal(await page.getByTestId('console').isVisible(), true);
    assert.equal(await page.getByTestId('run').isVisible(), false);
  } finally {
    scope.close();
  }
});
