//! The sheet of keys.

use super::maybe;
use crate::state::Action;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What the sheet needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether it is open.
    pub open: bool,
    /// Whether keys without Ctrl or Alt do something.
    pub letters: bool,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

const ALWAYS: [(&str, &str); 8] = [
    ("Ctrl or ⌘ + Enter", "run the program"),
    ("Shift + Ctrl or ⌘ + Enter", "run it and show the end"),
    ("→ / ←", "forward / back, by what is chosen"),
    ("Home / End", "first / last step"),
    ("Space", "play or pause"),
    ("Tab", "indents in the editor"),
    ("Esc", "leaves the editor, closes what is open"),
    (
        "Enter on a console line",
        "goes to the step that printed it",
    ),
];

const LETTERS: [(&str, &str); 8] = [
    ("s / S", "next / previous statement"),
    ("c / C", "next / previous callback"),
    ("p / P", "next / previous phase"),
    ("o / O", "next / previous output line"),
    ("e", "into the editor"),
    ("r", "run the program"),
    ("l", "copy a link to this step"),
    ("?", "this sheet"),
];

/// The sheet of keys.
#[component]
pub fn Help(props: &Props) -> Html {
    let dialog = use_node_ref();
    use_effect_with(props.open, {
        let dialog = dialog.clone();
        move |&open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                if open && !dialog.open() {
                    // A dialog that is in the document can be shown.
                    let _ = dialog.show_modal();
                } else if !open && dialog.open() {
                    dialog.close();
                }
            }
        }
    });
    let open = props.open;
    let close = props.dispatch.reform(|_: MouseEvent| Action::ToggleHelp);
    // The browser closes a dialog by itself, too.
    let closed = maybe(&props.dispatch, move |_: Event| {
        open.then_some(Action::ToggleHelp)
    });
    let toggle = props.dispatch.reform(|_: Event| Action::ToggleLetterKeys);
    html! {
        <dialog class="help" ref={dialog} aria-labelledby="help-title" onclose={closed} data-testid="help-sheet">
            <header>
                <h2 id="help-title">{ "Keys" }</h2>
                <button type="button" class="quiet" onclick={close} data-testid="help-close">{ "Close" }</button>
            </header>
            <div class="help-columns">
                <dl>{ for ALWAYS.iter().map(row) }</dl>
                <dl class={(!props.letters).then_some("off")}>{ for LETTERS.iter().map(row) }</dl>
            </div>
            <label class="help-letters">
                <input type="checkbox" checked={props.letters} onchange={toggle} />
                { " Single letters are keys, outside the editor" }
            </label>
            <p class="help-note">
                { "Each task has one number and one colour: in the text, in its queue, on the stack, in the console and on the timeline. Time is virtual: straight-line code costs none, and waiting costs you nothing." }
            </p>
        </dialog>
    }
}

fn row((key, what): &(&'static str, &'static str)) -> Html {
    html! { <div class="help-row"><dt><kbd>{ *key }</kbd></dt><dd>{ *what }</dd></div> }
}
