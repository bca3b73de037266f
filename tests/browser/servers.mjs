// Origins of their own: the host of Loopscope's files, with and without the header that sandboxed frames need, and the host
// of a lesson.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
export const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The engine of a version that is kept. */
const KEPT_ENGINE = 'worker-0123456789abcdef.wasm';
const engine = async () => JSON.parse(await readFile(join(DIST, 'build.json'), 'utf8')).worker_wasm;

/** Answers requests by `answer(path)`, which gives `{ type, body, headers }` or nothing; gives origin, logs and `close`. */
export async function serve(answer) {
  const asked = [];
  const sent = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    asked.push(pathname);
    const found = await answer(pathname);
    if (!found) return void response.writeHead(404).end();
    sent.push({ path: pathname, bytes: found.body.length });
    response.writeHead(200, { 'content-type': found.type, ...found.headers }).end(found.body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    sent,
    close: () => (server.closeAllConnections(), server.close()),
  };
}

/**
 * Serves the built page below `/scope/`; with `brotli` compressed, each file once. `kept` is a version that is kept beside it: the
 * same files, which say that they are of that one, and whose engine has a name of its own.
 */
export function serveLoopscope({ cors, brotli = false, kept }) {
  const headers = {
    'cache-control': 'max-age=3600',
    ...(cors && { 'access-control-allow-origin': '*' }),
    ...(brotli && { 'content-encoding': 'br' }),
  };
  const compressed = new Map();
  const packed = (name, body) => {
    if (!compressed.has(name)) compressed.set(name, brotliCompressSync(body));
    return compressed.get(name);
  };
  return serve(async (path) => {
    if (!path.startsWith('/scope/')) return null;
    const old = kept !== undefined && path.startsWith(`/scope/v${kept}/`);
    const inside = normalize(path.slice(old ? `/scope/v${kept}/`.length : '/scope/'.length) || 'index.html');
    const name = inside.endsWith('/') ? `${inside}index.html` : inside;
    if (name.startsWith('..')) return null;
    const file = old && name === KEPT_ENGINE ? await engine() : name;
    const body = await readFile(join(DIST, file)).catch(() => null);
    if (old && name === 'build.json') {
      const build = body.toString().replace(/worker-\w+\.wasm/, KEPT_ENGINE);
      return { type: TYPES['.json'], body: build, headers };
    }
    if (old && name === 'embed/index.html') {
      const page = body.toString().replace(/data-version="[^"]+"/, `data-version="${kept}"`);
      return { type: TYPES['.html'], body: page, headers };
    }
    return body && { type: TYPES[extname(name)] ?? 'application/octet-stream', body: brotli ? packed(name, body) : body, headers };
  });
}

/** Serves a lesson: `html` is its body. */
export function serveLesson(html, headers = {}) {
  return serve((path) => (path === '/lesson'
    ? { type: TYPES['.html'], headers, body: `<!doctype html><html lang="en"><title>Lesson</title><link rel="icon" href="data:,"><body>${html}` }
    : null));
}
