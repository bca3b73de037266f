// Measures the built page with Lighthouse as a phone loads it: node measure.mjs
// Five times, served as a static host does it: compressed. Prints the median of each category, and every audit that keeps
// one below its aim; ends with 1 if an aim is missed.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const RUNS = 5;
const AIMS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

const compressed = new Map();
async function file(name) {
  if (!compressed.has(name)) {
    const bytes = await readFile(join(DIST, name)).catch(() => null);
    compressed.set(name, bytes && brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  return compressed.get(name);
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const name = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname).slice(1);
  const body = name.startsWith('..') ? null : await file(name);
  if (!body) return void response.writeHead(404).end();
  const hashed = /-[0-9a-f]{16}[._]/.test(name);
  response.writeHead(200, {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'content-encoding': 'br',
    'cache-control': hashed ? 'max-age=31536000, immutable' : 'max-age=600',
    'access-control-allow-origin': '*',
  }).end(body);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const scores = Object.fromEntries(Object.keys(AIMS).map((category) => [category, []]));
const metrics = Object.fromEntries(METRICS.map((metric) => [metric, []]));
const faults = new Map();
for (let nth = 0; nth < RUNS; nth += 1) {
  const chrome = await launch({
    chromePath: process.env.LOOPSCOPE_CHROMIUM,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const url = `http://127.0.0.1:${server.address().port}/`;
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: Object.keys(AIMS), logLevel: 'error' });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    for (const [category, seen] of Object.entries(scores)) {
      const { score, auditRefs } = lhr.categories[category];
      seen.push(Math.round(score * 100));
      for (const { id, weight } of auditRefs) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 1) faults.set(id, `${category}: ${audit.title} ${audit.displayValue ?? ''}`);
      }
    }
    for (const [metric, seen] of Object.entries(metrics)) seen.push(lhr.audits[metric].numericValue);
  } finally {
    chrome.kill();
  }
}
server.close();

let missed = false;
for (const [category, aim] of Object.entries(AIMS)) {
  const score = median(scores[category]);
  missed ||= score < aim;
  console.log(`${category}: ${score} of ${scores[category].join(', ')}; at least ${aim} is wanted`);
}
for (const metric of METRICS) console.log(`${metric}: ${Number(median(metrics[metric]).toPrecision(3))}`);
for (const fault of faults.values()) console.log(`less than full marks: ${fault.trim()}`);
process.exitCode = missed ? 1 : 0;
