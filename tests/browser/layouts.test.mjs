// What a frame looks like: every layout in the sizes that lessons give it.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { address, checkAccessibility, screenshotDir, test } from './harness.mjs';
import { waitForRecording } from './page.mjs';

const LAYOUTS = ['compact', 'full', 'stage', 'code', 'console'];
/** What lessons give, a phone, a low one, a slide. */
const SIZES = [[700, 300], [320, 460], [320, 300], [1200, 480]];
/** What is to be seen without scrolling. */
const SEEN = { compact: ['editor', 'why-sentence'], full: ['editor'], stage: ['why-sentence', 'loop'], code: ['editor', 'console'], console: ['console'] };

for (const layout of LAYOUTS) {
  for (const [width, height] of SIZES) {
    test(`layout ${layout} at ${width}x${height}: run and transport at hand, nothing sideways, nothing for axe-core`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(`${address}embed/?layout=${layout}#scenario=immediate-in-io&at=o3`);
      await waitForRecording(page);
      await page.getByTestId('step').filter({ hasText: /[1-9]\d* \/ / }).waitFor();
      for (const id of ['run', 'outside', 'first', 'play', 'last', ...SEEN[layout]]) {
        const box = await page.getByTestId(id).boundingBox();
        const inside = box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y < height - 10;
        assert.ok(inside, `${id} is at ${JSON.stringify(box)}`);
      }
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: join(screenshotDir, `frame-${layout}-${width}x${height}-${colorScheme}.png`) });
        await checkAccessibility(page);
      }
    });
  }
}
