//! The sheet of keys.

use super::click;
use super::maybe;
use crate::state::Action;
use yew::prelude::*;

const ALWAYS: [(&str, &str); 12] = [
    ("Ctrl or ⌘ + Enter", "run the program"),
    ("Shift + Ctrl or ⌘ + Enter", "run it and show the end"),
    ("Alt + Enter", "in the editor: go on to this line"),
    ("F9, or a click on its number", "a breakpoint in this line"),
    ("→ / ←", "forward / back, by what is chosen"),
    ("Home / End", "first / last step"),
    ("↓ ↑, then ← →", "on the timeline: take an end, move it"),
    ("Shift + ← → there, or dragging", "all calls of that name"),
    ("Space", "play or pause"),
    ("Tab", "indents in the editor"),
    ("Esc", "leaves the editor, closes what is open"),
    (
        "Enter on a console line",
        "goes to the step that printed it",
    ),
];

const LETTERS: [(&str, &str); 12] = [
    ("s / S", "next / previous statement"),
    ("c / C", "next / previous callback"),
    ("p / P", "next / previous phase"),
    ("i / I", "next / previous iteration"),
    ("b / B", "next / previous breakpoint"),
    ("o / O", "next / previous output line"),
    ("e", "into the editor"),
    ("r", "run the program"),
    ("l", "copy a link to this step"),
    ("v", "large, for a room"),
    ("+ - 0 , .", "timeline: closer, wider, all, left, right"),
    ("?", "this sheet"),
];

/// The sheet of keys: whether it is open, and whether single letters are keys.
pub fn help(open: bool, letters: bool, dispatch: &Callback<Action>) -> Html {
    let close = click(dispatch, Action::ToggleHelp);
    // The browser closes a dialog by itself, too.
    let closed = maybe(dispatch, move |_: Event| open.then_some(Action::ToggleHelp));
    let toggle = dispatch.reform(|_: Event| Action::ToggleLetterKeys);
    html! {
        <dialog class="help" aria-labelledby="help-title" onclose={closed} data-testid="help-sheet">
            if open {
            <header>
                <h2 id="help-title">{ "Keys" }</h2>
                <button type="button" class="quiet" onclick={close} data-testid="help-close">{ "Close" }</button>
            </header>
            <div class="help-columns">
                <dl>{ for ALWAYS.iter().map(row) }</dl>
                <dl class={(!letters).then_some("off")}>{ for LETTERS.iter().map(row) }</dl>
            </div>
            <label class="help-letters">
                <input type="checkbox" checked={letters} onchange={toggle} />
                { " Single letters are keys, outside the editor" }
            </label>
            <p class="help-note">
                { "Each task has one number and one colour: in the text, in its queue, on the stack, in the console and on the timeline. Time is virtual: straight-line code costs none, and waiting costs you nothing." }
            </p>
            }
        </dialog>
    }
}

fn row((key, what): &(&'static str, &'static str)) -> Html {
    html! { <div class="help-row"><dt><kbd>{ *key }</kbd></dt><dd>{ *what }</dd></div> }
}
