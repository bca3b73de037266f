// <loop-scope>: a live Node.js program in a lesson. It wraps the program as the lesson already has it, in <pre><code>, so
// that a page without scripts shows the program, and puts a frame of Loopscope in its place.
//
//   <script type="module" src="https://…/loopscope/embed.js"></script>
//   <loop-scope title="Who is first?"><pre><code>setTimeout(() => console.log('timeout'));
//   setImmediate(() => console.log('immediate'));</code></pre></loop-scope>

const PROTOCOL = 1;
/** Where Loopscope is, unless the element says so by its attribute `base`: where this script is. */
const HERE = new URL('.', import.meta.url).href;
const SETTINGS = ['theme', 'layout', 'readonly', 'autorun', 'loading', 'at', 'speed', 'lang', 'node', 'lines', 'hide', 'version'];
const EVENTS = ['ready', 'resize', 'run', 'step', 'output', 'error', 'open'];

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host { display: block }
  iframe { display: block; width: 100%; border: 0 }
  slot { display: none }
  @media print { iframe { display: none } slot { display: contents } }`);

/** The engines by where they are, fetched once for all frames of the page: a Blob is handed on without being copied. */
const engines = new Map();
const fetchEngine = (url) => {
  if (!engines.has(url)) {
    const engine = fetch(url).then((answer) => (answer.ok ? answer.blob() : null)).catch(() => null);
    engines.set(url, engine);
    // The frame fetches it itself, then; and the next one may try again.
    engine.then((blob) => blob ?? engines.delete(url));
  }
  return engines.get(url);
};

export class LoopScope extends HTMLElement {
  static observedAttributes = ['theme'];
  #base;
  #frame;
  #port;
  #waiting = [];

  connectedCallback() {
    if (this.#frame) return;
    // The parser may not have come to the program yet.
    if (document.readyState === 'loading' && !this.querySelector('code')) {
      document.addEventListener('DOMContentLoaded', () => this.isConnected && this.connectedCallback(), { once: true });
      return;
    }
    // `linked`: the text is for those who read the page; there is more to the program, which is in the link.
    const code = this.hasAttribute('linked') ? null : (this.querySelector('pre code') ?? this.querySelector('pre'));
    const program = code?.textContent;
    const link = this.querySelector('a[href*="#"]')?.href;
    const frame = (this.#frame = document.createElement('iframe'));
    this.#base = new URL(this.getAttribute('base') ?? HERE, document.baseURI);
    const url = new URL('embed/', this.#base);
    // What is about the first run goes along with the program.
    const own = code ? SETTINGS.filter((name) => name !== 'autorun' && name !== 'at') : SETTINGS;
    for (const name of own) if (this.hasAttribute(name)) url.searchParams.set(name, this.getAttribute(name));
    // The program of the link, unless one is written here: that is the one that readers of the text see.
    if (!code && link) url.hash = new URL(link).hash;
    frame.src = url.href;
    frame.title = this.title || this.getAttribute('title') || 'A Node.js program in Loopscope';
    frame.loading = 'lazy';
    frame.allow = 'clipboard-write';
    frame.sandbox = this.getAttribute('sandbox') ?? 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
    frame.style.height = this.#height(this.getAttribute('height') ?? 300);
    if (code) {
      const run = this.hasAttribute('autorun') && this.getAttribute('loading') !== 'click';
      this.load(program.replace(/\n$/, ''), { run, at: this.getAttribute('at') });
    }
    addEventListener('message', this);
    // What the element wraps stays where it is, and is not shown: styles of the page cannot bring it back. Paper shows it.
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [STYLE];
    shadow.replaceChildren(frame, document.createElement('slot'));
  }

  disconnectedCallback() {
    this.#close();
  }

  #close() {
    removeEventListener('message', this);
    this.#port?.close();
    this.#frame?.remove();
    this.#frame = this.#port = undefined;
  }

  attributeChangedCallback(name, before, after) {
    if (this.#frame && before !== after) this.#say({ type: name, theme: after ?? 'auto' });
  }

  /** The frame's greeting. @private */
  handleEvent({ source, origin, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || !data?.loopscope) return;
    // A sandboxed frame has no origin; any other is where the frame's files are.
    if (origin !== 'null' && origin !== this.#base.origin) return;
    if (data.loopscope !== PROTOCOL) {
      console.warn(`<loop-scope> speaks version ${PROTOCOL} of its protocol, the frame version ${data.loopscope}: use the embed.js of ${this.#base}`);
      // The text stays for the reader.
      this.#close();
      this.shadowRoot.adoptedStyleSheets = [];
      return;
    }
    const { port1, port2 } = new MessageChannel();
    this.#port?.close();
    this.#port = port1;
    port1.onmessage = ({ data: message }) => this.#hear(message);
    source.postMessage({ loopscope: PROTOCOL }, origin === 'null' ? '*' : origin, [port2]);
    for (const message of this.#waiting) port1.postMessage(message);
  }

  /** Shows this program; `options`: `title`, `run`, and `at`, where its first run lands. */
  load(program, { title = this.title, run = false, at = null } = {}) {
    this.#waiting = this.#waiting.filter(({ type }) => type !== 'load');
    const message = { type: 'load', program, title, run, at };
    this.#waiting.push(message);
    this.#port?.postMessage(message);
  }
  /** Runs the program; `end`: shows its end. */
  run(end = false) {
    this.#say({ type: 'run', end });
  }
  /** Shows a place, such as `o3`: the third output line. */
  seek(at) {
    this.#say({ type: 'seek', at });
  }

  #say(message) {
    if (this.#port) this.#port.postMessage(message);
    else this.#waiting.push(message);
  }

  async #hear(message) {
    if (message?.type === 'engine') {
      // Which one is the frame's to say: it may be of a version that is kept. Nothing but Loopscope's own is fetched for it.
      const { href } = new URL(message.url, this.#base);
      const known = href.startsWith(this.#base.href) && /\/worker-\w+\.wasm$/.test(href);
      this.#port.postMessage({ type: 'engine' });
      const blob = known ? await fetchEngine(href) : null;
      this.#port?.postMessage({ type: 'engine', blob });
      return;
    }
    if (!EVENTS.includes(message?.type)) return;
    if (message.type === 'resize' && !this.hasAttribute('height')) this.#frame.style.height = this.#height(message.height);
    const event = new CustomEvent(`loopscope-${message.type}`, { detail: message, bubbles: true, cancelable: true });
    const wanted = this.dispatchEvent(event);
    if (message.type === 'open' && wanted) open(message.url, '_blank', 'noopener');
  }

  /** A height that is one, within reason. */
  #height(wanted) {
    return `${Math.min(Math.max(Number.parseInt(wanted, 10) || 300, 120), 2000)}px`;
  }
}

if (!customElements.get('loop-scope')) customElements.define('loop-scope', LoopScope);

/** Where names of elements are not free: <div class="loop-scope" data-layout="code"> is the same, with its settings as data. */
const upgrade = () => {
  for (const div of document.querySelectorAll('div.loop-scope')) {
    const element = document.createElement('loop-scope');
    for (const [name, value] of Object.entries(div.dataset)) element.setAttribute(name, value);
    element.title = div.title;
    element.append(...div.childNodes);
    div.replaceWith(element);
  }
};
// A module may be told to run before the document is whole.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', upgrade);
else upgrade();
