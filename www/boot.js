// Starts the page. Trunk's own bootstrap is an inline script, which the page's policy forbids.

const script = document.querySelector('script[data-wasm]');
const absolute = (name) => new URL(name, document.baseURI).href;

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
