// What a frame keeps away from: storage, messages of others, other versions; and what it is on paper.

import assert from 'node:assert/strict';
import { linkTo } from './command.mjs';
import { address, test } from './harness.mjs';
import { frames, runFrame } from './lessons.mjs';
import { goToEnd, open, runProgram, waitForRecording, waitForRun } from './page.mjs';
import { TYPES, serve, serveLesson, serveLoopscope } from './servers.mjs';

const element = (scope, attributes = '', program = "console.log('one');") => `<script type="module" src="${scope}embed.js"></script>
<loop-scope ${attributes}><pre><code>${program}</code></pre></loop-scope>`;
const iframe = (scope, sandbox, rest = '#scenario=immediate-in-io') =>
  `<iframe width="700" height="300" sandbox="${sandbox}" src="${scope}embed/${rest}"></iframe>`;

/** A lesson that holds `html(scope)`; `options` go to the host of Loopscope. */
function lesson(name, html, body, options = {}) {
  test(name, async ({ page, context, complaints }) => {
    const scope = await serveLoopscope({ cors: true, ...options });
    const host = await serveLesson(html(`${scope.origin}/scope/`));
    try {
      await body({ page, context, complaints, scope, visit: () => page.goto(`${host.origin}/lesson`) });
    } finally {
      scope.close();
      host.close();
    }
  });
}

/** Every way to keep something throws, as where the browser blocks it, and is written down. */
function denyStorage() {
  globalThis.touched = [];
  const deny = (object, name) => Object.defineProperty(object, name, {
    configurable: true,
    get() {
      globalThis.touched.push(name);
      throw new DOMException(`${name} is denied`, 'SecurityError');
    },
  });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) deny(globalThis, name);
  deny(Document.prototype, 'cookie');
}

for (const sandbox of ['allow-scripts', 'allow-scripts allow-same-origin']) {
  lesson(`a frame asks for no storage and no cookies: sandbox="${sandbox}"`, (scope) => iframe(scope, sandbox), async ({ page, context, visit }) => {
    await context.addInitScript(denyStorage);
    await visit();
    const [frame] = await frames(page);
    await runFrame(frame, 'immediate');
    assert.deepEqual(await frame.evaluate(() => globalThis.touched), []);
  });
}

test('the page works where storage and cookies are blocked', async ({ page, context }) => {
  await context.addInitScript(denyStorage);
  await open(page);
  await runProgram(page, "console.log('kept nowhere');\n");
  await page.getByTestId('console-line').filter({ hasText: 'kept nowhere' }).waitFor();
  assert.ok((await page.evaluate(() => globalThis.touched)).includes('localStorage'));
});

const engines = (scope) => scope.asked.filter((path) => /worker-.*\.wasm$/.test(path)).length;

lesson('sandboxed frames alone load an engine each, and only when they run', (scope) => iframe(scope, 'allow-scripts').repeat(2), async ({ page, scope, visit }) => {
  await visit();
  const [first, second] = await frames(page, 2);
  for (const frame of [first, second]) await frame.getByTestId('editor-text').waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(engines(scope), 0);
  await runFrame(first, 'immediate');
  assert.equal(engines(scope), 1);
  await runFrame(second, 'immediate');
  assert.equal(engines(scope), 2);
});

lesson('frames with their own origin share one download', (scope) => iframe(scope, 'allow-scripts allow-same-origin').repeat(3), async ({ page, scope, visit }) => {
  await visit();
  const all = await frames(page, 3);
  for (const frame of all.slice(0, 2)) await runFrame(frame, 'immediate');
  assert.equal(engines(scope), 1);
  assert.equal(scope.asked.filter((path) => /loopscope-web-.*\.wasm$/.test(path)).length, 1);
});

/** A frame that greets its parent as Loopscope would, and gives orders to the first frame of the lesson. */
const IMPOSTOR = `<script>
  addEventListener('message', ({ source }) => source === parent && parent.postMessage('answered', '*'));
  parent.postMessage({ loopscope: 1 }, '*');
  setInterval(() => {
    const { port1, port2 } = new MessageChannel();
    port1.postMessage({ type: 'load', program: 'stolen;' });
    parent.frames[0].postMessage({ loopscope: 1 }, '*', [port2]);
  }, 50);
</script>`;
const impostor = `<iframe sandbox="allow-scripts" srcdoc="${IMPOSTOR.replaceAll('"', '&quot;')}"></iframe>`;

lesson('the element answers no greeting but its own frame’s', (scope) => `<script>addEventListener('message', ({ data }) => { if (data === 'answered') globalThis.answered = true; });</script>${element(scope)}${impostor}`, async ({ page, visit }) => {
  await visit();
  const [frame] = await frames(page);
  await runFrame(frame, 'one');
  assert.equal(await page.evaluate(() => globalThis.answered), undefined);
});

test('the element answers no page of another origin in its frame', async ({ page }) => {
  // As after a redirect: the frame has an origin, which is not that of Loopscope.
  const greeting = `<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,"><script>
    addEventListener('message', () => parent.postMessage('answered', '*'));
    parent.postMessage({ loopscope: 1 }, '*');
    setTimeout(() => parent.postMessage('greeted', '*'), 300);
  </script>`;
  const elsewhere = await serve(() => ({ type: TYPES['.html'], body: greeting }));
  const away = `<!doctype html><title>Away</title><script>location.replace(${JSON.stringify(elsewhere.origin)})</script>`;
  const base = await serve((path) => (path === '/embed/' ? { type: TYPES['.html'], body: away } : null));
  const scope = await serveLoopscope({ cors: true });
  const host = await serveLesson(`<script>globalThis.heard = []; addEventListener('message', ({ data }) => globalThis.heard.push(data));</script>
    ${element(`${scope.origin}/scope/`, `base="${base.origin}/" sandbox="allow-scripts allow-same-origin"`)}`);
  try {
    await page.goto(`${host.origin}/lesson`);
    await page.waitForFunction(() => globalThis.heard.includes('greeted'));
    assert.deepEqual(await page.evaluate(() => globalThis.heard), [{ loopscope: 1 }, 'greeted']);
  } finally {
    for (const server of [elsewhere, base, scope, host]) server.close();
  }
});

lesson('a frame takes orders from the page around it alone', (scope) => iframe(scope, 'allow-scripts') + impostor, async ({ page, visit }) => {
  await visit();
  const [frame] = await frames(page);
  await runFrame(frame, 'immediate');
  assert.doesNotMatch(await frame.getByTestId('editor-text').inputValue(), /stolen/);
});

test('where the frame speaks another version of the protocol, the text stays', async ({ page }) => {
  const greeting = '<!doctype html><title>Later</title><script>parent.postMessage({ loopscope: 2 }, "*")</script>';
  const later = await serve((path) => (path === '/embed/' ? { type: TYPES['.html'], body: greeting } : null));
  const scope = await serveLoopscope({ cors: true });
  const host = await serveLesson(element(`${scope.origin}/scope/`, `base="${later.origin}/"`));
  try {
    await page.goto(`${host.origin}/lesson`);
    await page.getByText("console.log('one');").waitFor();
    assert.equal(await page.locator('loop-scope iframe').count(), 0);
  } finally {
    for (const server of [later, scope, host]) server.close();
  }
});

lesson('a lesson made for a version gets that one, where the host has kept it', (scope) => iframe(scope, 'allow-scripts', '?version=0.0.9#scenario=immediate-in-io'), async ({ page, scope, visit }) => {
  await visit();
  const [frame] = await frames(page);
  await frame.waitForURL(`${scope.origin}/scope/v0.0.9/embed/?version=0.0.9#scenario=immediate-in-io`);
  await runFrame(frame, 'immediate');
}, { kept: '0.0.9' });

lesson('and the element hands it the engine of that version', (scope) => element(scope, 'version="0.0.9"').repeat(2), async ({ page, scope, visit }) => {
  await visit();
  for (const frame of await frames(page, 2)) {
    await frame.waitForURL(`${scope.origin}/scope/v0.0.9/embed/?version=0.0.9`);
    await runFrame(frame, 'one');
  }
  assert.deepEqual(scope.asked.filter((path) => /worker-.*\.wasm$/.test(path)), ['/scope/v0.0.9/worker-0123456789abcdef.wasm']);
}, { kept: '0.0.9' });

lesson('and the newest where it has not', (scope) => element(scope, 'version="0.0.8"'), async ({ page, scope, complaints, visit }) => {
  await visit();
  const [frame] = await frames(page);
  await runFrame(frame, 'one');
  assert.equal(frame.url(), `${scope.origin}/scope/embed/?version=0.0.8`);
  // The browser says that it has looked.
  assert.deepEqual(complaints.filter((complaint) => !/v0\.0\.8|Failed to load resource/.test(complaint)), []);
  complaints.length = 0;
});

const LONG = Array.from({ length: 70 }, (_, i) => `console.log('line ${i + 1}');`).join('\n');

/** Waits until nothing of the program or of what it printed is cut off, and looks whether the rest is away. */
async function isWholeOnPaper(page) {
  await page.waitForFunction(() => {
    const height = (selector) => document.querySelector(selector).getBoundingClientRect().height;
    return Math.min(height('.editor'), height('.editor > *'), height('.console')) > 70 * 15;
  });
  const hidden = await page.evaluate(() => ['.ctl', '.stage', '.time', '.notices', '[data-testid=run]']
    .filter((selector) => document.querySelector(selector).getBoundingClientRect().height > 0));
  assert.deepEqual(hidden, []);
}

for (const layout of ['compact', 'stage', 'code', 'console']) {
  test(`a frame on paper: program and transcript, layout ${layout}`, async ({ page }) => {
    const scope = await serveLoopscope({ cors: true });
    try {
      await page.setViewportSize({ width: 700, height: 300 });
      await page.goto(`${scope.origin}/scope/embed/?layout=${layout}&hide=console#${await linkTo(LONG)}`);
      await runToEnd(page);
      await page.emulateMedia({ media: 'print' });
      await isWholeOnPaper(page);
    } finally {
      scope.close();
    }
  });
}

test('the page on paper: program and transcript', async ({ page }) => {
  await page.goto(`${address}#${await linkTo(LONG)}`);
  await page.locator('.cm-content').waitFor();
  // A program of a link runs by itself.
  await waitForRecording(page);
  await waitForRun(page);
  await goToEnd(page);
  await page.getByTestId('console-line').filter({ hasText: 'line 70' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await isWholeOnPaper(page);
});

/** Runs to the end by keys: not every layout has all buttons. */
async function runToEnd(target) {
  await target.getByTestId('run').click();
  await target.getByTestId('run').filter({ hasText: 'Run' }).waitFor();
  await target.keyboard.press('End');
  await target.getByTestId('console-line').filter({ hasText: 'line 70' }).waitFor({ state: 'attached' });
}

lesson('a lesson on paper shows the text that the element wraps', (scope) => `<style>pre { display: block }</style>${element(scope)}`, async ({ page, visit }) => {
  await visit();
  await frames(page);
  assert.equal(await page.locator('loop-scope pre').isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('loop-scope pre').isVisible(), true);
  assert.equal(await page.locator('loop-scope iframe').isVisible(), false);
});
