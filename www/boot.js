// Starts the page. Trunk's own bootstrap is an inline script, which the page's policy forbids.

const script = document.querySelector('script[data-wasm]');
const absolute = (name) => new URL(name, document.baseURI).href;

// Rust has no `import()` of its own: the editor is loaded through this one.
globalThis.loopscopeImport = (url) => import(url);

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
