/**
 * A live Node.js program in a lesson: wraps `<pre><code>`, and shows it in a frame of Loopscope.
 *
 * Attributes: the settings of a frame (`theme`, `layout`, `readonly`, `autorun`, `loading`, `at`, `speed`, `lang`, `node`, `lines`, `hide`,
 * `version`), and `title`, `height` (CSS pixels), `sandbox`, `base` (where Loopscope is served), `linked` (the link inside is what
 * runs). A change of `theme` is followed; any other counts when the element is put into the page.
 */
export declare class LoopScope extends HTMLElement {
  /** Shows this program. */
  load(program: string, options?: { title?: string; run?: boolean; at?: string }): void;
  /** Runs the program; `end`: shows its end. */
  run(end?: boolean): void;
  /** Shows a place, such as `o3` (the third output line) or `l7.2` (the second visit of line 7). */
  seek(at: string): void;
}

/** What the frame tells: the details of the events `loopscope-ready`, `loopscope-resize` and so on. */
export type LoopScopeMessage =
  | { type: 'ready'; protocol: 1 }
  | { type: 'resize'; height: number }
  | { type: 'run'; state: 'started' }
  | { type: 'run'; state: 'ended'; ending: string }
  | { type: 'step'; step: number; last: number; at: string }
  | { type: 'output'; stream: 'stdout' | 'stderr'; text: string; step: number }
  | { type: 'error'; message: string; line: number | null }
  | { type: 'open'; url: string };

declare global {
  interface HTMLElementTagNameMap {
    'loop-scope': LoopScope;
  }
  interface HTMLElementEventMap {
    'loopscope-ready': CustomEvent<Extract<LoopScopeMessage, { type: 'ready' }>>;
    'loopscope-resize': CustomEvent<Extract<LoopScopeMessage, { type: 'resize' }>>;
    'loopscope-run': CustomEvent<Extract<LoopScopeMessage, { type: 'run' }>>;
    'loopscope-step': CustomEvent<Extract<LoopScopeMessage, { type: 'step' }>>;
    'loopscope-output': CustomEvent<Extract<LoopScopeMessage, { type: 'output' }>>;
    'loopscope-error': CustomEvent<Extract<LoopScopeMessage, { type: 'error' }>>;
    /** The frame may not open a page itself; unless this is cancelled, the element does. */
    'loopscope-open': CustomEvent<Extract<LoopScopeMessage, { type: 'open' }>>;
  }
}
