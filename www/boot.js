// Starts the page. Trunk's own bootstrap is an inline script, which the page's policy forbids.

const script = document.querySelector('script[data-wasm]');
const absolute = (name) => new URL(name, document.baseURI).href;

/** Fetches the bytes of a file; `fresh` asks the server whether it has changed. */
async function fetchBytes(url, fresh) {
  const response = await fetch(url, { cache: fresh ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${url}: the server says ${response.status}`);
  return response.arrayBuffer();
}

// What the first picture needs is asked for while the page's Wasm is on its way.
const early = new Map();
function ask(name, fresh) {
  const bytes = fetchBytes(absolute(name), fresh);
  early.set(absolute(name), bytes);
  return bytes;
}
globalThis.loopscopeBytes = (url, fresh) => {
  const asked = early.get(url);
  early.delete(url);
  return asked ?? fetchBytes(url, fresh);
};
// Frames have programs of their own. Who asks again is told what has failed here.
if (!('frame' in document.documentElement.dataset)) {
  ask('build.json', true).then((bytes) => {
    const { scenarios: [first] } = JSON.parse(new TextDecoder().decode(bytes));
    if (!location.hash) return ask(first.trace);
  }).catch(() => {});
}

// Rust has no `import()` of its own: the editor is loaded through this one.
globalThis.loopscopeImport = (url) => import(url);

// The sheet with links and snippets is loaded when it is first opened.
globalThis.loopscopeShare = async (link, ...program) => {
  try {
    const build = await (await fetch(absolute('build.json'))).json();
    const sheet = await import(absolute(build.share_js));
    sheet.open(build.version, link, ...program);
  } catch (error) {
    console.warn(error);
    prompt('The sheet could not be loaded. This is the link:', link);
  }
};

try {
  const page = await import(absolute(script.dataset.js));
  await page.default({ module_or_path: absolute(script.dataset.wasm) });
} catch (error) {
  console.error(error);
  const note = document.querySelector('[data-boot]');
  if (note) {
    note.textContent = `The page could not start (${error.message ?? error}): reload it, or try a current browser`;
    note.classList.add('failed');
  }
}
