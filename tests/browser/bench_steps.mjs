// What a step costs the browser, and a picture while the timeline is panned: script, style, layout and paint on the page's
// thread, in Chromium's own trace, in a recording of a hundred thousand steps.

const STEPS = 100_000;
/** So many places, all over the recording, and so many steps forward from each. */
const PLACES = 10;
const IN_A_ROW = 20;
/** So many pictures while panning. */
const PICTURES = 200;

/** Prints, ticks, timers, immediates and promises, for as long as a run is recorded. */
const PROGRAM = `let n = 0;
async function later(n) {
  await null;
  if (n % 10 === 0) console.log('after', n);
}
(function turn() {
  n += 1;
  setTimeout(() => n % 3, n % 7);
  process.nextTick(() => n % 5);
  later(n);
  setImmediate(turn);
})();
`;

/** What the page's thread does for a step, by the names that Chromium gives it. */
const WORK = new Set([
  'EventDispatch', 'FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'TimerFire', 'FireAnimationFrame', 'V8.GC_SCAVENGER',
  'MinorGC', 'MajorGC', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit', 'UpdateLayer',
]);
const MARK = 'measured step';

/** Milliseconds of each step, and of each picture while panning. */
export async function steps(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.cm-content').waitFor();
  await page.getByTestId('editor-text').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(PROGRAM);
  await page.getByTestId('run').click();
  const recorded = (least) => Number(document.querySelector('[data-testid=scrubber]')?.max) >= least;
  await page.waitForFunction(recorded, STEPS, { timeout: 120_000 });
  // What is still recorded would be measured too. The run ends at a limit.
  await page.getByTestId('run').filter({ hasText: 'Run' }).waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1000);
  const traced = async (body) => {
    await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing', 'v8'] });
    await page.evaluate(body, { PLACES, IN_A_ROW, PICTURES, MARK });
    return between(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  };
  // The last mark of a place ends its last step.
  const walked = (await traced(walk)).filter((_, nth) => (nth + 1) % (IN_A_ROW + 1) !== 0);
  await page.locator('.time-body').focus();
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('+');
  const panned = await traced(pan);
  await context.close();
  return { walked, panned };
}

/** Runs in the page: pans by the wheel from one end to the other and back, a little for each picture. */
async function pan({ PICTURES, MARK }) {
  const lanes = document.querySelector('.lanes');
  const picture = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let nth = 0; nth < PICTURES; nth += 1) {
    await picture();
    performance.mark(MARK);
    const deltaX = nth < PICTURES / 2 ? -60 : 60;
    lanes.dispatchEvent(new WheelEvent('wheel', { deltaX, bubbles: true, cancelable: true }));
  }
}

/** Runs in the page: seeks to each place, then goes on step by step, each one drawn before the next. */
async function walk({ PLACES, IN_A_ROW, MARK }) {
  const part = (name) => document.querySelector(`[data-testid=${name}]`);
  // After the frame, and what is posted when it is done.
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
  const last = Number(part('scrubber').max);
  for (let place = 0; place < PLACES; place += 1) {
    const scrubber = part('scrubber');
    scrubber.value = String(Math.floor((last * (place + 0.5)) / PLACES));
    scrubber.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await drawn();
    await drawn();
    for (let nth = 0; nth < IN_A_ROW; nth += 1) {
      performance.mark(MARK);
      part('forward').click();
      await drawn();
    }
    performance.mark(MARK);
    await drawn();
  }
}

/** The work between two marks, without counting twice what is inside of other work. */
function between(events) {
  const marks = events.filter(({ name, cat }) => name === MARK && cat.includes('user_timing'));
  const { pid, tid } = marks[0];
  const work = events
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X' && WORK.has(event.name))
    .sort((a, b) => a.ts - b.ts);
  const times = marks.map(({ ts }) => ts).sort((a, b) => a - b);
  const found = [];
  for (let nth = 0; nth + 1 < times.length; nth += 1) {
    let until = times[nth];
    let sum = 0;
    for (const { ts, dur } of work) {
      // The first step's click is in the task that set the mark.
      if (ts + dur <= until || ts >= times[nth + 1]) continue;
      const end = Math.min(ts + dur, times[nth + 1]);
      sum += end - Math.max(ts, until);
      until = end;
    }
    found.push(sum / 1000);
  }
  return found;
}
