// Runs first in the page for frames: applies what the author has set before anything is painted, says what is missing
// where the page's files cannot be had, and tells the page when it is seen.

const root = document.documentElement;
const settings = new URLSearchParams(location.search);
const theme = settings.get('theme');
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
// A lesson may be made for a version: where the host has kept that one beside the newest, it is shown.
const version = settings.get('version');
if (/^\d+\.\d+\.\d+$/.test(version) && version !== root.dataset.version) {
  const kept = new URL(`../v${version}/embed/${location.search}${location.hash}`, location.href);
  fetch(kept, { method: 'HEAD' }).then(({ ok }) => ok && location.replace(kept), () => {});
}
root.dataset.layout = settings.get('layout') ?? 'compact';
root.dataset.hide = (settings.get('hide') ?? '').replaceAll(',', ' ');

// A module comes from the host of the files only where that allows any origin: a sandboxed frame has none.
addEventListener('error', ({ target }) => {
  if (target?.localName !== 'script') return;
  const note = document.querySelector('[data-boot]');
  if (!note) return;
  const link = document.createElement('a');
  link.href = new URL(`../${location.hash}`, location.href).href;
  link.target = '_blank';
  link.textContent = 'Open the program in a page of its own';
  note.replaceChildren(
    'This frame has no origin, and the host of its files does not send the header Access-Control-Allow-Origin: *. ',
    link,
  );
  note.classList.add('failed');
}, true);

addEventListener('DOMContentLoaded', () => {
  const observer = new IntersectionObserver(([{ isIntersecting }]) => {
    root.dataset.seen = String(isIntersecting);
    dispatchEvent(new CustomEvent('loopscope-seen', { detail: isIntersecting }));
  });
  observer.observe(document.body);
});
