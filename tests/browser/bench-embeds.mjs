// Measures embeds in a lesson on another host: time to the first picture, bytes, and what twenty of them take. Prints a line
// `name value unit` for each measurement, with tabs between. `cargo xtask bench browser` sets LOOPSCOPE_CHROMIUM.

import { readFileSync, readdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { runFrame } from './lessons.mjs';
import { serveLesson, serveLoopscope } from './servers.mjs';

const print = (name, value, unit) => console.log([name, Math.round(value * 10) / 10, unit].join('\t'));
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const PROGRAM = "setTimeout(() => console.log('timeout'));\nprocess.nextTick(() => console.log('tick'));";
const element = (attributes = '') => `<loop-scope ${attributes}><pre><code>${PROGRAM}</code></pre></loop-scope>`;

const server = await chromium.launchServer({
  executablePath: process.env.LOOPSCOPE_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const browser = await chromium.connect(server.wsEndpoint());
const scope = await serveLoopscope({ cors: true, brotli: true });
const base = `${scope.origin}/scope/`;
const script = `<script type="module" src="${base}embed.js"></script>`;

/** Opens a lesson in a context and gives it to `body`. */
async function lesson(html, body, context) {
  const host = await serveLesson(html);
  const own = context ?? (await browser.newContext({ viewport: { width: 1000, height: 800 } }));
  const page = await own.newPage();
  try {
    await page.goto(`${host.origin}/lesson`);
    return await body(page);
  } finally {
    await page.close();
    if (!context) await own.close();
    host.close();
  }
}

/** The frame of the n-th element, from 0, once its program is shown. */
async function shown(page, n) {
  const place = page.locator('loop-scope iframe').nth(n);
  await place.scrollIntoViewIfNeeded();
  const frame = await (await place.elementHandle()).contentFrame();
  await frame.waitForFunction(() => document.querySelector('textarea')?.value.includes('nextTick'));
  return frame;
}

/** Milliseconds from the start of the lesson until the frame shows its program, with the loop beside it. */
async function opened(page) {
  const frame = await shown(page, 0);
  const now = await frame.evaluate(() => performance.timeOrigin + performance.now());
  return now - (await page.evaluate(() => performance.timeOrigin));
}

/** Milliseconds from a click on Run until a step is shown. */
const ran = (frame) => frame.evaluate(() => new Promise((resolve) => {
  const start = performance.now();
  document.querySelector('[data-testid=run]').click();
  const look = () => (Number(document.querySelector('[data-testid=scrubber]')?.max) > 0 ? resolve(performance.now() - start) : setTimeout(look, 1));
  look();
}));

// Bytes are compressed once, before anything is timed.
await lesson(script + element(), async (page) => runFrame(await shown(page, 0), 'tick'));

const [cold, warm, first] = [[], [], []];
for (let i = 0; i < 5; i += 1) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  cold.push(await lesson(script + element(), async (page) => {
    const time = await opened(page);
    first.push(await ran(await shown(page, 0)));
    return time;
  }, context));
  warm.push(await lesson(script + element(), opened, context));
  await context.close();
}
print('embed, first picture, empty cache', median(cold), 'ms');
print('embed, first picture, second visit', median(warm), 'ms');
print('embed, first Run to picture, engine fetched', median(first), 'ms');

/** Kilobytes that came since the last call. */
let counted = 0;
function fetched() {
  const all = scope.sent.reduce((sum, { bytes }) => sum + bytes, 0);
  const since = all - counted;
  counted = all;
  return since / 1000;
}

for (const [name, attributes] of [['', ''], [', own origin', 'sandbox="allow-scripts allow-same-origin"']]) {
  const apart = `${script}${element(attributes)}<p style="height:6000px"></p>${element(attributes)}`;
  await lesson(apart, async (page) => {
    fetched();
    const one = await shown(page, 0);
    print(`embed, first on a page, before Run${name}`, fetched(), 'KB');
    await runFrame(one, 'tick');
    print(`embed, first on a page, its first Run${name}`, fetched(), 'KB');
    await runFrame(await shown(page, 1), 'tick');
    print(`embed, second on a page, with its Run${name}`, fetched(), 'KB');
  });
}

/** Megabytes of all processes of the browser; shared pages count in parts. Nothing where there is no /proc. */
function memory() {
  const parents = new Map();
  try {
    for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    }
  } catch {
    return null;
  }
  const isOurs = (pid) => pid === server.process().pid || (parents.has(pid) && isOurs(parents.get(pid)));
  let kilobytes = 0;
  for (const pid of [...parents.keys()].filter(isOurs)) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]);
    } catch {
      // It has ended.
    }
  }
  return kilobytes / 1000;
}

const COUNT = 20;
const many = script + Array.from({ length: COUNT }, () => `<p style="height:150px"></p>${element('height="300"')}`).join('');
const before = memory();
await lesson(many, async (page) => {
  let workers = 0;
  for (let n = 0; n < COUNT; n += 1) {
    await runFrame(await shown(page, n), 'tick');
    workers = Math.max(workers, page.workers().length);
  }
  await page.waitForTimeout(1000);
  print('twenty embeds, all were run: workers at most', workers, 'workers');
  print('twenty embeds, all were run: workers left', page.workers().length, 'workers');
  if (before) print('twenty embeds, all were run: memory', memory() - before, 'MB');
  // From the last to the first and back, by the wheel's steps.
  const gaps = await page.evaluate(() => new Promise((resolve) => {
    const all = [];
    let [last, way] = [performance.now(), -1];
    const step = (now) => {
      all.push(now - last);
      last = now;
      scrollBy(0, way * 60);
      if (scrollY === 0) way = 1;
      if (way > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 1) resolve(all.slice(1));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }));
  gaps.sort((a, b) => a - b);
  print('twenty embeds, scrolling: frame, median', gaps[gaps.length >> 1], 'ms');
  print('twenty embeds, scrolling: frame, p99', gaps[Math.floor(gaps.length * 0.99)], 'ms');
});

await browser.close();
await server.close();
scope.close();
