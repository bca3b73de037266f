// Bundles npm packages into ../src/node/vendor: `npm ci && npm run build`. The first line of what it
// writes names what it was made from; a test of the engine compares.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { patches } from './patches.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// What the packages ask of their surroundings is ours: Node's layer in the engine.
const shims = [
  [/(^|\/)ours\/errors$/, 'errors.js'],
  [/(^|\/)ours\/util$/, 'util.js'],
  [/^(\.\.?\/)+(internal\/)?validators$/, 'validators.js'],
  [/(^|\/)shims\/process$|^process\/$/, 'process.js'],
  [/^(buffer|events|string_decoder\/|abort-controller)$/, 'modules.js'],
];
const plugin = {
  name: 'loopscope',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ path }) => {
      const shim = shims.find(([pattern]) => pattern.test(path));
      return shim && { path: here(`shims/${shim[1]}`) };
    });
    build.onLoad({ filter: /readable-stream\/lib\/.*\.js$/ }, ({ path }) => {
      let text = readFileSync(path, 'utf8');
      const name = path.slice(path.indexOf('readable-stream/lib/') + 'readable-stream/lib/'.length);
      for (const [from, to] of patches[name] ?? []) {
        if (text.split(from).length !== 2) throw new Error(`a patch of ${name} does not apply once:\n${from}`);
        text = text.replace(from, () => to);
      }
      return { contents: text, loader: 'js' };
    });
  },
};

// FNV-1a over all that the result depends on.
function inputs() {
  const names = ['build.mjs', 'package-lock.json', 'patches.mjs', ...readdirSync(here('shims')).sort().map((name) => `shims/${name}`)];
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.concat(names.map((name) => readFileSync(here(name))))) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

async function bundle(entry, banner) {
  const { outputFiles: [{ text }] } = await build({
    stdin: { contents: entry, resolveDir: here('.') },
    bundle: true, write: false, format: 'iife', globalName: 'exported', target: 'es2022', minifySyntax: true, minifyWhitespace: true,
    legalComments: 'none', plugins: [plugin], logLevel: 'warning',
  });
  return `// ${banner}; made by library/build.mjs from ${inputs()}\n(function (binding, internal) {\n${text.trimEnd()}\nreturn exported;\n})\n`;
}

const streams = await bundle(`module.exports = require('readable-stream/lib/stream.js');`, 'readable-stream of npm, MIT');
writeFileSync(here('../src/node/vendor/readable-stream.js'), streams);
