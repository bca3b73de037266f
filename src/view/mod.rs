//! What is on screen: components that draw what they are given, and send [`Action`]s.
//!
//! Nothing is decided here but where things stand. The page's policy allows no inline styles: sizes that depend on data
//! are attributes of SVG, everything else is classes.

mod background;
mod bar;
mod card;
mod console;
mod editor_pane;
mod help;
mod lanes;
mod lanes_view;
mod library;
mod memo;
mod notices;
mod phases;
mod program;
mod see;
mod shape;
mod shown;
mod stack;
mod timeline;
mod transport;
mod why;

pub use editor_pane::Bundle;
pub use phases::phase_id;
pub use shown::Shown;

use crate::editor::EditorHandle;
use crate::state::{Action, State};
use loopscope_model::picture::COLOURS;
use yew::prelude::*;

/// The page.
pub fn page(
    state: &State,
    shown: &Shown,
    editor: &EditorHandle,
    bundle: Option<&Bundle>,
    dispatch: &Callback<Action>,
) -> Html {
    let playing = state.playback.playing;
    // What is panned, typed or opened changes nothing of the process.
    let process = {
        let picture = shown.picture.clone();
        let seen = [memo::address(&picture), usize::from(playing), 0];
        memo::memo(seen, move || {
            html! {
                <main class="stage" aria-label="The process at this step">
                    { why::why(&picture, !playing) }
                    { stack::stack(&picture) }
                    { see::see() }
                    { phases::event_loop(&picture) }
                    { background::background(&picture) }
                </main>
            }
        })
    };
    let keys = {
        let (open, letters, dispatch) = (state.help, state.letter_keys, dispatch.clone());
        let seen = [usize::from(open), usize::from(letters), 0];
        memo::memo(seen, move || help::help(open, letters, &dispatch))
    };
    html! {
        <div class="grid">
            { bar::bar(state, shown, dispatch) }
            { program::program(state, shown, editor, bundle, dispatch) }
            { console::console(state, shown, dispatch) }
            { process }
            { timeline::timeline(state, shown, dispatch) }
            { transport::transport(state, shown, dispatch) }
            { notices::notices(&state.notices, dispatch) }
            { keys }
        </div>
    }
}

/// A part as SVG wants it. Written with whole numbers: those of floating point are a large piece of code.
fn percent(part: f64) -> String {
    let thousandths = (part.clamp(0.0, 1.0) * 100_000.0) as u32;
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// A callback for a click, which sends an action.
fn click(dispatch: &Callback<Action>, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.emit(action.clone()))
}

/// A callback that sends an action, or none.
fn maybe<E: 'static>(
    dispatch: &Callback<Action>,
    action: impl Fn(E) -> Option<Action> + 'static,
) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |event| {
        if let Some(action) = action(event) {
            dispatch.emit(action);
        }
    })
}

/// Names of classes as one text; empty ones are left out.
fn class(names: &[&str]) -> String {
    let mut all = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(name);
    }
    all
}

/// A name, or none.
fn when(so: bool, name: &'static str) -> &'static str {
    if so { name } else { "" }
}

/// The class for a task's colour.
fn colour(colour: u32) -> &'static str {
    const NAMES: [&str; COLOURS as usize] = ["c0", "c1", "c2", "c3", "c4", "c5", "c6"];
    NAMES[(colour % COLOURS) as usize]
}
