// What the Share sheet writes, as text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameOf, linkOf, snippet } from '../../www/share/snippets.js';

const LINK = 'https://example.org/scope/#v1/DATA/o2';
const shared = { link: LINK, program: "console.log('a < b');\n", title: 'A "test"', node: 20, alone: true, version: '1.2.3' };

function check(form, options, expect, changes = {}) {
  assert.equal(snippet(form, { ...shared, ...changes }, options), expect);
}

test('a link is to the step or to the beginning', () => {
  assert.equal(linkOf(shared, { here: true }), LINK);
  assert.equal(linkOf(shared, { here: false }), 'https://example.org/scope/#v1/DATA');
  assert.equal(linkOf({ link: 'https://example.org/#v1/DATA' }, { here: true }), 'https://example.org/#v1/DATA');
});

test('Markdown is the text and a link', () => {
  check('markdown', {}, `**A "test"**\n\n\`\`\`js\nconsole.log('a < b');\n\`\`\`\n\n[Open in Loopscope](${LINK})\n`);
  check('markdown', { here: false }, '````js\n`` ```\n````\n\n[Open in Loopscope](https://example.org/scope/#v1/DATA)\n', { program: '`` ```', title: '' });
  assert.match(snippet('markdown', { ...shared, title: 'a *b* [c]' }, {}), /^\*\*a \\\*b\\\* \\\[c\\\]\*\*\n/);
});

test('an element holds the program, the version and a link', () => {
  check('element', {}, `<script type="module" src="https://example.org/scope/embed.js"></script>

<loop-scope title="A &quot;test&quot;" node="20" at="o2" version="1.2.3">
<pre><code>console.log('a &lt; b');</code></pre>
<p><a href="${LINK}">Open “A &quot;test&quot;” in Loopscope</a></p>
</loop-scope>
`);
});

test('what is chosen is in the attributes, and nothing else', () => {
  const tag = (options, changes) => snippet('element', { ...shared, title: '', ...changes }, options).match(/<loop-scope.*>/)[0];
  assert.equal(
    tag({ theme: 'dark', layout: 'code', height: 420, readonly: true, autorun: true, here: false }),
    '<loop-scope title="A Node.js program" node="20" theme="dark" layout="code" readonly autorun version="1.2.3" height="420">',
  );
  // A program of two files is what the link says.
  assert.equal(tag({}, { alone: false }), '<loop-scope title="A Node.js program" linked version="1.2.3">');
});

test('a div has the same as data', () => {
  check('div', { theme: 'light', height: 320 }, `<script type="module" src="https://example.org/scope/embed.js"></script>

<div class="loop-scope" title="A &quot;test&quot;" data-node="20" data-at="o2" data-theme="light" data-version="1.2.3" data-height="320">
<pre>console.log('a &lt; b');</pre>
<p><a href="${LINK}">Open “A &quot;test&quot;” in Loopscope</a></p>
</div>
`);
});

test('a frame is titled, lazy and sandboxed, and a text and a link follow it', () => {
  check('iframe', { theme: 'dark', width: 700, height: 300 }, `<iframe src="https://example.org/scope/embed/?theme=dark&amp;version=1.2.3#v1/DATA/o2" title="A &quot;test&quot;" width="700" height="300" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>
<details><summary>The program as text</summary><pre>console.log('a &lt; b');</pre></details>
<p><a href="${LINK}">Open “A &quot;test&quot;” in Loopscope</a></p>
`);
  assert.match(snippet('iframe', shared, {}), / width="100%" height="300" /);
  assert.equal(frameOf(shared, { here: false, theme: 'auto', layout: 'stage', readonly: true }), 'https://example.org/scope/embed/?layout=stage&readonly=&version=1.2.3#v1/DATA');
});

test('a fence for mdBook has its settings behind it', () => {
  check('mdbook', { readonly: true }, "```js,loopscope,title=\"A 'test'\",node=20,at=o2,readonly,version=1.2.3\nconsole.log('a < b');\n```\n");
  assert.match(snippet('mdbook', { ...shared, title: 'a, `b` & \\c' }, {}), /^```js,loopscope,title="a, 'b' &amp; &#92;c",node=20,/);
  assert.match(snippet('mdbook', { ...shared, alone: false }, {}), /^<script/);
});

test('no HTML has an empty line within, which would end it in Markdown', () => {
  const program = '\nif (a) {\n  \n\t\n\n}\n';
  for (const form of ['element', 'div', 'iframe']) {
    const html = snippet(form, { ...shared, program }, {});
    const behind = html.slice(html.indexOf('<pre>'));
    assert.ok(!/\n[ \t]*\n/.test(behind.trimEnd()), behind);
  }
});
