// What authors paste: links, Markdown and HTML that show a program, as plain functions of it and of what was chosen.
//
// A `shared` program is `{ link, program, title, node, alone, version }`: `link` opens it at a step, `alone` says that its
// text is all of it (one file, nothing around it), `version` is the one of Loopscope.
//
// All HTML is written so that it survives Markdown: no empty line in it, and every tag that opens a block on one line.

/** The forms of a snippet: name, title, and what it is for. */
export const FORMS = [
  ['markdown', 'Markdown', 'For an issue, a review or a readme: the text, and a link that runs it.'],
  ['element', 'Web page', 'For a page that may hold scripts, Markdown that takes any HTML, slides of reveal.js.'],
  ['div', 'Few tags', 'For Markdown that allows script, div, pre, p and a alone. Where scripts are taken out, the text and a link stay.'],
  ['iframe', 'LMS', 'For Moodle, Canvas and others that allow frames and no scripts.'],
  ['mdbook', 'mdBook', 'For a book with the preprocessor “loopscope mdbook”.'],
];

/** What a frame may do: run, and open Loopscope itself in a page of its own. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** What is chosen before anything is. */
export const DEFAULTS = {
  form: 'markdown', here: true, theme: 'auto', layout: 'compact', width: 0, height: 300, readonly: false, autorun: false,
};

/** The snippet of this form. */
export function snippet(form, shared, options) {
  return { markdown, element, div, iframe, mdbook }[form](shared, { ...DEFAULTS, ...options });
}

/** The parts of a link: where Loopscope is, the fragment without the step, and the step, which may be empty. */
export function partsOf(link) {
  const [base, fragment] = link.split('#');
  const [version, data, place = ''] = fragment.split('/');
  return { base, fragment: `${version}/${data}`, place };
}

/** The link, at the step or at the beginning. */
export function linkOf({ link }, { here }) {
  const { base, fragment, place } = partsOf(link);
  return `${base}#${fragment}${here && place ? `/${place}` : ''}`;
}

/** The address of a frame. */
export function frameOf(shared, options) {
  const { base } = partsOf(shared.link);
  const query = new URLSearchParams(settings(shared, options));
  return `${base}embed/?${query}#${linkOf(shared, options).split('#')[1]}`;
}

/** The settings that are not what they are anyway. The version comes last: it is of no interest to the author. */
function settings({ version }, { theme, layout, readonly, autorun }) {
  const all = [];
  if (theme !== DEFAULTS.theme) all.push(['theme', theme]);
  if (layout !== DEFAULTS.layout) all.push(['layout', layout]);
  if (readonly) all.push(['readonly', '']);
  if (autorun) all.push(['autorun', '']);
  return [...all, ['version', version]];
}

function markdown(shared, options) {
  const { program, title } = shared;
  const fence = fenceOf(program);
  const head = title ? `**${title.replace(/[\\*_`[\]<>]/g, '\\$&')}**\n\n` : '';
  return `${head}${fence}js\n${ended(program)}${fence}\n\n[Open in Loopscope](${linkOf(shared, options)})\n`;
}

function element(shared, options) {
  return `${script(shared)}

<loop-scope${attributes(shared, options, '')}>
<pre><code>${block(shared.program)}</code></pre>
${anchor(shared, options)}
</loop-scope>
`;
}

function div(shared, options) {
  // A line end directly behind <pre> is no part of the text: one that is has to be the second.
  return `${script(shared)}

<div class="loop-scope"${attributes(shared, options, 'data-')}>
<pre>${shared.program.startsWith('\n') ? '&#10;' : ''}${block(shared.program)}</pre>
${anchor(shared, options)}
</div>
`;
}

function iframe(shared, options) {
  const size = `width="${options.width || '100%'}" height="${options.height}"`;
  return `<iframe src="${escaped(frameOf(shared, options))}" title="${escaped(named(shared))}" ${size} loading="lazy" sandbox="${SANDBOX}"></iframe>
<details><summary>The program as text</summary><pre>${block(shared.program)}</pre></details>
${anchor(shared, options)}
`;
}

function mdbook(shared, options) {
  // A fence holds one file and nothing around it.
  if (!shared.alone) return element(shared, options);
  const all = placed(shared, options).map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  if (shared.title) all.unshift(`title="${info(shared.title)}"`);
  const fence = fenceOf(shared.program);
  return `${[`${fence}js`, 'loopscope', ...all].join(',')}\n${ended(shared.program)}${fence}\n`;
}

/** Settings of an element that wraps the program: the link's are Node's version and the step. */
function placed(shared, options) {
  const { place } = partsOf(shared.link);
  const own = [['node', shared.node]];
  if (options.here && place) own.push(['at', place]);
  return [...own, ...settings(shared, options)];
}

function attributes(shared, options, prefix) {
  // Where the text is not all of the program, the link is what runs.
  const all = shared.alone ? placed(shared, options) : [['linked', ''], ...settings(shared, options)];
  if (options.height !== DEFAULTS.height) all.push(['height', options.height]);
  const written = all.map(([name, value]) => ` ${prefix}${name}${value === '' ? '' : `="${escaped(value)}"`}`);
  return ` title="${escaped(named(shared))}"${written.join('')}`;
}

const script = ({ link }) => `<script type="module" src="${escaped(partsOf(link).base)}embed.js"></script>`;
const anchor = (shared, options) =>
  `<p><a href="${escaped(linkOf(shared, options))}">Open “${escaped(named(shared))}” in Loopscope</a></p>`;

const named = ({ title }) => title || 'A Node.js program';
const ended = (program) => (program.endsWith('\n') ? program : `${program}\n`);

/** A text behind a fence, within quotation marks: Markdown reads entities there, and no line ends and no backticks. */
const info = (text) => escaped(text.replace(/["`]/g, "'").replace(/\s+/g, ' ')).replaceAll('\\', '&#92;');

/** A fence that is longer than any in the program. */
function fenceOf(program) {
  const longest = Math.max(2, ...[...program.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  return '`'.repeat(longest + 1);
}

/** A text within an element: its empty lines are written so that Markdown does not see them. */
function block(program) {
  const [first, ...lines] = escaped(program.replace(/\n$/, '')).replaceAll('\r', '&#13;').split('\n');
  const rest = lines.map((line) => (line.trim() ? `\n${line}` : `&#10;${line}`)).join('');
  return first + rest;
}

function escaped(text) {
  return String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
}
