// What every browser test shares: a page of its own, and failing on whatever the browser complains about.
//
// The tests run on the built `dist/`, served from LOOPSCOPE_URL, in the Chromium of LOOPSCOPE_CHROMIUM
// (`cargo xtask test browser` sets both).

import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test as nodeTest } from 'node:test';
import { chromium } from 'playwright-core';

/** The page's address; it ends in a slash. */
export const address = process.env.LOOPSCOPE_URL;
/** Where pictures are put. */
export const screenshotDir = process.env.LOOPSCOPE_SCREENSHOTS ?? 'screenshots';
/** The window sizes that the page is looked at in: a screen, a small one, a frame in a lesson, a phone. */
export const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 700, height: 300 },
  { width: 390, height: 844 },
];
const timeout = 60_000;

let browser;
before(async () => {
  assert.ok(address, 'run the browser tests by `cargo xtask test browser`: LOOPSCOPE_URL is not set');
  browser = await chromium.launch({
    executablePath: process.env.LOOPSCOPE_CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});
after(() => browser?.close());

/**
 * Runs `body({ page, context, complaints })` on a page in a fresh context, not yet at any address.
 * Fails when the body does, or when anything at all was complained about: a console error, an exception that nobody caught,
 * a violation of the Content-Security-Policy, a request that failed. A test that provokes such a thing on purpose
 * takes it out of `complaints`. `options` are those of Playwright's `newContext`; and `timeout`, in milliseconds, for a
 * test that is known to take long.
 */
export function test(name, body, { timeout: patience = timeout, ...options } = {}) {
  nodeTest(name, { timeout: patience }, async () => {
    const context = await browser.newContext({ viewport: sizes[0], ...options });
    context.setDefaultTimeout(timeout / 4);
    try {
      const page = await context.newPage();
      const complaints = collectComplaints(page);
      await body({ page, context, complaints });
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
    }
  });
}

/** Collects the texts of everything that a page's visitor should never cause. */
export function collectComplaints(page) {
  const complaints = [];
  // Violations of the policy reach the console as errors too, those of workers and frames included.
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.stack ?? error}`));
  page.on('crash', () => complaints.push('the page crashed'));
  page.on('requestfailed', (request) => {
    const error = request.failure()?.errorText;
    // A reload aborts what is still being fetched.
    if (error !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()} ${error}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`response: ${response.status()} ${response.url()}`);
  });
  return complaints;
}

/** Takes a picture of the page in each size, light and dark: `NAME-1440x900-light.png` and so on. */
export async function takeScreenshots(page, name) {
  await mkdir(screenshotDir, { recursive: true });
  for (const size of sizes) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      const file = `${name}-${size.width}x${size.height}-${colorScheme}.png`;
      await page.screenshot({ path: join(screenshotDir, file) });
    }
  }
  await page.setViewportSize(sizes[0]);
  await page.emulateMedia({ colorScheme: null });
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails on what axe-core finds, in the page as it stands. */
export async function checkAccessibility(page) {
  await page.evaluate(await axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
  assert.deepEqual(found, []);
}
