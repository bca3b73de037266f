// Colours and sizes: those of the page's style sheet, whose custom properties reach into the shadow root.

import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const taskColours = {};
for (let colour = 0; colour < 7; colour++) taskColours[`.c${colour}`] = { '--c': `var(--task-${colour})` };

export const theme = EditorView.theme({
  ...taskColours,
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'transparent', fontSize: 'var(--code-size)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: 'var(--code-line)', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 16px 0 6px' },
  '.cm-gutters': { backgroundColor: 'var(--panel)', color: 'var(--soft)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: 'var(--gutter-numbers, 32px)', padding: '0 2px 0 6px', fontVariantNumeric: 'tabular-nums' },
  '.cm-lineNumbers .cm-gutterElement:hover': { color: 'var(--bad)', cursor: 'pointer' },
  '.cm-lineNumbers .cm-breakpoint': { color: 'var(--panel)', backgroundColor: 'var(--bad)', borderRadius: '0 9px 9px 0', fontWeight: '700' },
  '.cm-tasks .cm-gutterElement': { minWidth: 'var(--gutter-tasks, 40px)', padding: '0 2px', display: 'flex', alignItems: 'center' },
  '.cm-problems .cm-gutterElement': { minWidth: '14px', display: 'flex', alignItems: 'center', justifyContent: 'center' },
  '.marks': { display: 'flex', gap: '2px', justifyContent: 'flex-end', width: '100%' },
  '.marks.more::before': { content: '"…"', color: 'var(--soft)', lineHeight: '14px' },
  '.n': {
    display: 'inline-block', minWidth: '17px', padding: '0 3px', borderRadius: '5px', textAlign: 'center',
    font: '700 11px/17px var(--sans)', color: 'var(--on-task)', backgroundColor: 'var(--c)',
  },
  '.problem-mark': {
    width: '13px', borderRadius: '50%', textAlign: 'center', font: '800 10px/13px var(--sans)',
    color: 'var(--panel)', backgroundColor: 'var(--bad)',
  },
  '.cm-pointed': { boxShadow: 'inset -3px 0 var(--warn)', backgroundColor: 'var(--warn-bg)' },
  '.cm-running': { backgroundColor: 'var(--now-bg)', boxShadow: 'inset 3px 0 var(--now)' },
  '.cm-running-span': { backgroundColor: 'var(--now-span)', borderRadius: '3px' },
  '.cm-problem': { backgroundColor: 'var(--bad-bg)' },
  '.cm-problem-span': { textDecoration: 'underline wavy var(--bad) 1.5px', textUnderlineOffset: '4px', textDecorationSkipInk: 'none' },
  '.cm-tooltip': { backgroundColor: 'var(--panel)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '6px' },
  '.cm-problem-text': { maxWidth: '46ch', padding: '6px 10px', font: '13px/1.4 var(--sans)' },
  '&.cm-focused .cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { backgroundColor: 'var(--selection)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--match)', outline: '1px solid var(--line)' },
});

export const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--syntax-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--syntax-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--syntax-number)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.definition(tags.function(tags.variableName))], color: 'var(--syntax-function)' },
  { tag: [tags.className, tags.typeName], color: 'var(--syntax-function)' },
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  { tag: tags.invalid, color: 'var(--bad)' },
]);
