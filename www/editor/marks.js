// What the page shows in the text: the running statement, the tasks that come from a line, errors.

import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutter, hoverTooltip, lineNumberMarkers } from '@codemirror/view';

/**
 * `running`: null or `[line, column, endLine, endColumn, colour]`; `tasks`: `[line, number, colour, title]` each, by line;
 * `problems`: `[line, column, endLine, endColumn, message]` each; `breakpoints`: lines;
 * `pointed`: `[first, last]` each. Lines and columns count from 1.
 */
export const setMarks = StateEffect.define();

/** How many tasks of a line are shown by number. */
const SHOWN = 2;

class TaskMarker extends GutterMarker {
  constructor(tasks) {
    super();
    this.tasks = tasks;
    this.key = tasks.map(([, number, colour]) => `${number}:${colour}`).join();
  }
  eq(other) {
    return this.key === other.key;
  }
  toDOM() {
    const cell = document.createElement('span');
    cell.className = 'marks';
    cell.title = this.tasks.map(([, , , title]) => title).join('\n');
    // The newest are the ones that a learner looks for.
    for (const [, number, colour] of this.tasks.slice(-SHOWN)) {
      const badge = document.createElement('span');
      badge.className = `n c${colour}`;
      badge.textContent = number;
      cell.append(badge);
    }
    if (this.tasks.length > SHOWN) cell.classList.add('more');
    return cell;
  }
}

class BreakpointMarker extends GutterMarker {
  elementClass = 'cm-breakpoint';
}
const breakpoint = new BreakpointMarker();

class ProblemMarker extends GutterMarker {
  constructor(message) {
    super();
    this.message = message;
  }
  eq(other) {
    return this.message === other.message;
  }
  toDOM() {
    const cell = document.createElement('span');
    cell.className = 'problem-mark';
    cell.textContent = '!';
    cell.title = this.message;
    return cell;
  }
}

const nothing = { breakpoints: RangeSet.empty, lines: Decoration.none, tasks: RangeSet.empty, problems: RangeSet.empty, messages: [] };

const field = StateField.define({
  create: () => nothing,
  update(value, transaction) {
    if (transaction.docChanged && value !== nothing) {
      const { changes } = transaction;
      value = {
        breakpoints: value.breakpoints.map(changes),
        lines: value.lines.map(changes),
        tasks: value.tasks.map(changes),
        problems: value.problems.map(changes),
        messages: value.messages.map((m) => ({ ...m, from: changes.mapPos(m.from), to: changes.mapPos(m.to) })),
      };
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) value = build(transaction.state.doc, effect.value);
    }
    return value;
  },
  provide: (self) => [
    EditorView.decorations.from(self, (value) => value.lines),
    lineNumberMarkers.from(self, (value) => value.breakpoints),
  ],
});

function build(doc, { running, tasks, problems, breakpoints, pointed }) {
  const line = (number) => doc.line(Math.max(1, Math.min(number, doc.lines)));
  const offset = (number, column) => {
    const { from, to } = line(number);
    return Math.min(from + column - 1, to);
  };
  const lines = [];
  for (const [first, last] of pointed) {
    for (let number = first; number <= Math.min(last, doc.lines); number++) {
      lines.push(Decoration.line({ class: 'cm-pointed' }).range(doc.line(number).from));
    }
  }
  if (running) {
    const [first, column, last, endColumn, colour] = running;
    const [from, to] = [offset(first, column), offset(last, endColumn)];
    lines.push(Decoration.line({ class: `cm-running c${colour}` }).range(line(first).from));
    if (from < to) lines.push(Decoration.mark({ class: `cm-running-span c${colour}` }).range(from, to));
  }
  const messages = problems.map(([first, column, last, endColumn, message]) => {
    const from = offset(first, column);
    return { from, to: Math.max(offset(last, endColumn), Math.min(from + 1, line(first).to)), message };
  });
  for (const { from, to } of messages) {
    lines.push(Decoration.line({ class: 'cm-problem' }).range(doc.lineAt(from).from));
    if (from < to) lines.push(Decoration.mark({ class: 'cm-problem-span' }).range(from, to));
  }
  const byLine = Map.groupBy ? Map.groupBy(tasks, (t) => t[0]) : groupByLine(tasks);
  return {
    breakpoints: RangeSet.of(breakpoints.map((number) => breakpoint.range(line(number).from)), true),
    lines: Decoration.set(lines, true),
    tasks: RangeSet.of([...byLine].map(([number, group]) => new TaskMarker(group).range(line(number).from)), true),
    problems: RangeSet.of(messages.map((m) => new ProblemMarker(m.message).range(doc.lineAt(m.from).from)), true),
    messages,
  };
}

function groupByLine(tasks) {
  const groups = new Map();
  for (const task of tasks) groups.set(task[0], [...(groups.get(task[0]) ?? []), task]);
  return groups;
}

const spacer = new TaskMarker([[1, 88, 0, ''], [1, 88, 0, '']]);

/** The extension. */
export const marks = [
  field,
  gutter({ class: 'cm-tasks', markers: (view) => view.state.field(field).tasks, initialSpacer: () => spacer }),
  gutter({ class: 'cm-problems', markers: (view) => view.state.field(field).problems, initialSpacer: () => new ProblemMarker('') }),
  hoverTooltip((view, at) => {
    const found = view.state.field(field).messages.find(({ from, to }) => from <= at && at <= to);
    if (!found) return null;
    return {
      pos: found.from,
      end: found.to,
      create() {
        const dom = document.createElement('div');
        dom.className = 'cm-problem-text';
        dom.textContent = found.message;
        return { dom };
      },
    };
  }),
];
