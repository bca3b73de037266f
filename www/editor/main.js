// The editor: CodeMirror 6 behind the few calls that the page's `CodeMirror` makes. It is mounted in a shadow root, where
// CodeMirror's styles are constructed style sheets; as <style> elements the page's policy would drop them.

import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, drawSelection, dropCursor, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { marks, setMarks } from './marks.js';
import { colours, theme } from './theme.js';

/**
 * Mounts an editor in `host`, an empty element.
 *
 * `options`: `path`, `readOnly` and `past`, the texts that the file has had, oldest first, at least one: they become the undo
 * history; `from` and `to`, the selection; `onChange(text)`, `onRun(toEnd)`, `onBreakpoint(line)`,
 * `onRunTo(line)`, `onLeave()`.
 */
export function mount(host, options) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  /** The state of each file that was shown: its undo history is kept. */
  const files = new Map();
  let path = options.path;

  const command = (run) => () => (run(), true);
  const atCursor = (act) => ({ state }) => (act(state.doc.lineAt(state.selection.main.head).number), true);
  const extensions = (name) => [
    lineNumbers({
      domEventHandlers: {
        click: (view, block) => (options.onBreakpoint(view.state.doc.lineAt(block.from).number), true),
      },
    }),
    marks,
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    indentOnInput(),
    indentUnit.of('  '),
    bracketMatching(),
    closeBrackets(),
    syntaxHighlighting(colours),
    theme,
    /\.([cm]?js|json)$/.test(name) ? javascriptLanguage : [],
    EditorState.tabSize.of(2),
    EditorState.readOnly.of(options.readOnly),
    EditorView.contentAttributes.of({
      'aria-label': `Program text, ${name}. Escape leaves the editor.`,
      'data-testid': 'editor-text',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      tabindex: '0',
    }),
    keymap.of([
      { key: 'Mod-Enter', run: command(() => options.onRun(false)), shift: command(() => options.onRun(true)) },
      { key: 'F9', run: atCursor(options.onBreakpoint) },
      { key: 'Alt-Enter', run: atCursor(options.onRunTo) },
      ...closeBracketsKeymap,
      ...historyKeymap,
      ...defaultKeymap.filter((binding) => binding.key !== 'Escape'),
      indentWithTab,
      // Last: whatever else Escape closes comes first.
      { key: 'Escape', run: command(() => options.onLeave()) },
    ]),
    EditorView.domEventHandlers({ beforeinput: typeOver }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions.every((t) => t.annotation(Transaction.remote))) {
        options.onChange(update.state.doc.toString());
      }
    }),
  ];
  const fresh = (name, doc) => EditorState.create({ doc, extensions: extensions(name) });

  const view = new EditorView({ state: fresh(path, options.past[0]), parent: root, root });
  // What happens before the editor is handed out is not news to the page.
  for (const text of options.past.slice(1)) {
    view.dispatch({
      changes: difference(view.state.doc.toString(), text),
      userEvent: 'input',
      annotations: [isolateHistory.of('full'), Transaction.remote.of(true)],
    });
  }
  const clamp = (offset) => Math.min(offset, view.state.doc.length);
  view.dispatch({ selection: { anchor: clamp(options.from), head: clamp(options.to) } });

  return {
    text: () => view.state.doc.toString(),
    /** Shows a file of the program; one that was shown before and has this very text keeps its history. */
    open(name, text) {
      files.set(path, view.state);
      path = name;
      const known = files.get(name);
      view.setState(known && known.doc.toString() === text ? known : fresh(name, text));
    },
    /** Shows another program: nothing of the old one is kept. */
    reset(name, text) {
      files.clear();
      path = name;
      view.setState(fresh(name, text));
      view.scrollDOM.scrollTop = 0;
    },
    /** Puts another text in the place of this one, as an edit that can be undone. */
    replace(text) {
      view.dispatch({
        changes: difference(view.state.doc.toString(), text),
        annotations: [isolateHistory.of('full'), Transaction.remote.of(true)],
      });
    },
    /** Marks the running statement, the lines from which tasks are on their way, errors, breakpoints, and lines that the author points at. */
    show(running, tasks, problems, breakpoints, pointed) {
      view.dispatch({ effects: setMarks.of({ running, tasks, problems, breakpoints, pointed }) });
      if (running && !view.hasFocus) reveal(view, running[0]);
    },
    /** Puts the cursor at the beginning of a line and shows it. */
    goTo(line) {
      const { from } = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      view.dispatch({ selection: { anchor: from } });
      reveal(view, line);
    },
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus,
    destroy: () => view.destroy(),
  };
}

/**
 * Typing over a selection is done here and not by the browser: Chromium keeps the style of what goes by an inline style
 * for a moment, which the page's policy forbids and reports.
 */
function typeOver(event, view) {
  const { main, ranges } = view.state.selection;
  const typed = event.inputType === 'insertText' && event.data;
  if (!typed || ranges.length > 1 || main.empty || view.composing) return false;
  const insert = () => view.state.update({
    ...view.state.replaceSelection(typed),
    userEvent: 'input.type',
    scrollIntoView: true,
  });
  const handled = view.state
    .facet(EditorView.inputHandler)
    .some((handler) => handler(view, main.from, main.to, typed, insert));
  if (!handled) view.dispatch(insert());
  event.preventDefault();
  return true;
}

/** The smallest change that makes `after` of `before`, so that the cursor and marks elsewhere stay. */
function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** Scrolls the editor, and nothing around it, so that a line is seen. Heights are known only once they are measured. */
function reveal(view, line) {
  view.requestMeasure({
    key: reveal,
    read: () => (line > view.state.doc.lines ? null : view.lineBlockAt(view.state.doc.line(line).from)),
    write(block) {
      const { scrollDOM } = view;
      if (!block) return;
      const margin = block.height;
      if (block.top - margin < scrollDOM.scrollTop) scrollDOM.scrollTop = block.top - margin;
      else if (block.bottom + margin > scrollDOM.scrollTop + scrollDOM.clientHeight) {
        scrollDOM.scrollTop = block.bottom + margin - scrollDOM.clientHeight;
      }
    },
  });
}
