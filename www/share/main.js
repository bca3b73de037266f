// The sheet with links and snippets: `open` shows it. A dialog in a shadow root, with a style sheet of its own, so that the
// page pays nothing for it before it is opened.

import css from './style.css';
import { DEFAULTS, FORMS, SANDBOX, frameOf, linkOf, partsOf, snippet } from './snippets.js';

const WIDTHS = [[0, 'Full'], [700, '700'], [480, '480'], [320, '320']];
const THEMES = [['auto', 'Automatic'], ['light', 'Light'], ['dark', 'Dark']];
const LAYOUTS = [
  ['compact', 'What fits'], ['full', 'Everything'], ['stage', 'Process'], ['code', 'Code'], ['console', 'Output'],
];
/** Who types a height has paused after so many milliseconds. */
const PAUSE = 300;

/** What was chosen stays while the page does. */
const chosen = { ...DEFAULTS };
let host;

/** Opens the sheet for a program: see `shared` of `snippets.js`. */
export function open(version, link, program, title, node, alone) {
  host?.remove();
  host = document.createElement('div');
  host.dataset.testid = 'share-sheet';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  new Sheet(root, { version, link, program, title, node, alone });
}

/** An element: its name with classes, its attributes and properties, what is in it. */
function make(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

class Sheet {
  #shared;
  #later;
  #parts = {};

  constructor(root, shared) {
    this.#shared = shared;
    const { place } = partsOf(shared.link);
    const heading = make('h2', { id: 'heading' }, 'Share');
    if (shared.title) heading.append(make('span', {}, ` ${shared.title}`));
    const dialog = make('dialog', { 'aria-labelledby': 'heading' },
      make('div.head', {}, heading, make('button', { type: 'button', 'data-testid': 'share-close', onclick: () => dialog.close() }, 'Close')),
      make('div.body', {}, this.#link(place), this.#form(), this.#snippet(), this.#show()),
    );
    // The page's keys are not for what happens here.
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    // Nothing runs on behind a closed sheet.
    dialog.addEventListener('close', () => root.host.remove());
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
    root.append(dialog);
    this.#update();
    dialog.showModal();
  }

  #link(place) {
    const address = (this.#parts.address = make('input.address', { type: 'text', readOnly: true, 'aria-label': 'Link', 'data-testid': 'share-link' }));
    address.onfocus = () => address.select();
    const here = this.#check('here', `Opens at this step (${place})`);
    here.hidden = !place;
    return make('section.link', {},
      make('div.row', {}, address, this.#copy('Copy link', 'share-copy-link', address)),
      make('div.checks', {}, here),
    );
  }

  #form() {
    const pills = FORMS.map(([name, title]) => make('label', {},
      make('input', { type: 'radio', name: 'form', value: name, checked: chosen.form === name, onchange: () => this.#choose('form', name), 'data-testid': `share-${name}` }),
      make('span', {}, title),
    ));
    this.#parts.about = make('p.about');
    const height = make('input', { type: 'number', min: 120, max: 2000, step: 10, value: chosen.height, 'data-testid': 'share-height' });
    height.oninput = () => height.validity.valid && height.value && this.#choose('height', Number(height.value));
    this.#parts.width = make('label', {}, 'Width', this.#list('width', WIDTHS));
    this.#parts.options = make('div', {},
      make('div.options', {},
        make('label', {}, 'Colours', this.#list('theme', THEMES)),
        make('label', {}, 'Shows', this.#list('layout', LAYOUTS)),
        make('label', {}, 'Height', height),
        this.#parts.width,
      ),
    );
    this.#parts.checks = make('div.checks', {},
      this.#check('readonly', 'Cannot be edited'),
      this.#check('autorun', 'Runs by itself'),
    );
    return make('section.form', {},
      make('fieldset', { 'aria-label': 'Where it goes' }, make('div.pills', {}, ...pills)),
      this.#parts.about, this.#parts.options, this.#parts.checks,
    );
  }

  #snippet() {
    const text = (this.#parts.text = make('textarea', { readOnly: true, spellcheck: false, 'aria-label': 'Snippet', 'data-testid': 'share-snippet' }));
    return make('section.snippet', {},
      make('div.row', {}, make('h3', {}, 'Snippet'), this.#copy('Copy', 'share-copy', text)),
      text,
    );
  }

  #show() {
    this.#parts.caption = make('h3');
    this.#parts.stand = make('div.stand', { tabIndex: 0, role: 'group', 'aria-label': 'Preview', 'data-testid': 'share-preview' });
    this.#parts.written = make('div.text', { tabIndex: 0, role: 'group', 'aria-label': 'Preview' });
    return make('section.show', {}, this.#parts.caption, this.#parts.stand, this.#parts.written);
  }

  #list(name, entries) {
    const list = make('select', { 'data-testid': `share-${name}` }, ...entries.map(([value, text]) => make('option', { value, selected: chosen[name] === value }, text)));
    list.onchange = () => this.#choose(name, typeof chosen[name] === 'number' ? Number(list.value) : list.value);
    return list;
  }

  #check(name, text) {
    const box = make('input', { type: 'checkbox', checked: chosen[name], 'data-testid': `share-${name}` });
    box.onchange = () => this.#choose(name, box.checked);
    return make('label', {}, box, text);
  }

  /** A button that copies a field, or selects it where the browser does not let the page copy. */
  #copy(text, id, field) {
    const button = make('button.copy', { type: 'button', 'data-testid': id }, text);
    const says = make('span', { role: 'status' });
    Object.assign(says.style, { position: 'absolute', clipPath: 'inset(50%)' });
    button.onclick = async () => {
      const copied = await (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(() => true, () => {
        field.select();
        return document.execCommand('copy');
      });
      button.textContent = says.textContent = copied ? 'Copied' : 'Press Ctrl+C';
      button.classList.toggle('copied', copied);
      setTimeout(() => {
        button.textContent = text;
        says.textContent = '';
        button.classList.remove('copied');
      }, 2000);
    };
    return make('span', {}, button, says);
  }

  #choose(name, value) {
    chosen[name] = value;
    this.#update();
  }

  #update() {
    const { address, about, options, checks, width, text } = this.#parts;
    const framed = chosen.form !== 'markdown';
    address.value = linkOf(this.#shared, chosen);
    about.textContent = FORMS.find(([name]) => name === chosen.form)[2];
    options.hidden = checks.hidden = !framed;
    // An element is as wide as its place.
    width.hidden = chosen.form !== 'iframe';
    text.value = snippet(chosen.form, this.#shared, chosen);
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#preview(framed), this.#parts.frame ? PAUSE : 0);
  }

  #preview(framed) {
    const { stand, written, caption } = this.#parts;
    stand.hidden = !framed;
    written.hidden = framed;
    if (framed) {
      this.#frame();
      return;
    }
    caption.textContent = 'Preview';
    this.#parts.frame?.remove();
    this.#parts.frame = undefined;
    const { program, title } = this.#shared;
    written.replaceChildren(...(title ? [make('p', {}, title)] : []), make('pre', {}, program),
      make('a', { href: linkOf(this.#shared, chosen), target: '_blank', rel: 'noopener' }, 'Open in Loopscope'));
  }

  #frame() {
    const { stand, caption } = this.#parts;
    const space = stand.clientWidth;
    const width = (chosen.form === 'iframe' && chosen.width) || space;
    const scale = Math.min(1, space / width);
    caption.textContent = `Preview, ${width} × ${chosen.height}${scale < 1 ? `, at ${Math.round(scale * 100)} %` : ''}`;
    const src = frameOf(this.#shared, chosen);
    let { frame } = this.#parts;
    // Another address is another element: it would be an entry of the page's history otherwise.
    if (frame?.src !== src) {
      frame = make('iframe', { src, title: 'Preview' });
      frame.setAttribute('sandbox', SANDBOX);
      stand.replaceChildren(frame);
      this.#parts.frame = frame;
    }
    Object.assign(frame.style, {
      width: `${width}px`,
      height: `${chosen.height}px`,
      transform: scale < 1 ? `scale(${scale})` : '',
      marginBottom: scale < 1 ? `${-chosen.height * (1 - scale)}px` : '',
      marginRight: scale < 1 ? `${-width * (1 - scale)}px` : '',
    });
  }
}


