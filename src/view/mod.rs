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
mod library;
mod notices;
mod phases;
mod program;
mod shown;
mod stack;
mod timeline;
mod timeline_axis;
mod transport;
mod why;

pub use shown::Shown;

use crate::editor::EditorHandle;
use crate::state::{Action, State};
use loopscope_model::replay::Stage;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// The page.
pub fn page(
    state: &State,
    shown: &Shown,
    editor: &EditorHandle,
    bundle: Option<&Rc<JsValue>>,
    dispatch: &Callback<Action>,
) -> Html {
    let picture = &shown.picture;
    html! {
        <div class="grid">
            <bar::Bar
                title={shown.title.clone()}
                facts={shown.facts.clone()}
                engine={state.engine.clone()}
                run={state.run.status}
                library={shown.library.clone()}
                theme={state.theme}
                ready={state.draft.is_some()}
                dispatch={dispatch.clone()}
            />
            <program::Program
                document={shown.document.clone()}
                files={shown.files.clone()}
                edited={state.edited()}
                marks={shown.marks.clone()}
                problems={shown.problems.clone()}
                editor={editor.clone()}
                bundle={bundle.cloned().map(editor_pane::Bundle)}
                dispatch={dispatch.clone()}
            />
            <console::Console
                lines={shown.console.clone()}
                printed={picture.console_len}
                step={state.step}
                ending={picture.ending.clone()}
                recording={state.run.busy()}
                dispatch={dispatch.clone()}
            />
            <main class="stage" aria-label="The process at this step">
                <why::Why
                    why={picture.why.clone()}
                    open={picture.open_order.clone()}
                    problem={picture.problem.clone()}
                    speak={!state.playback.playing}
                />
                <stack::Stack
                    frames={picture.stack.clone()}
                    stage={picture.stage_text.clone()}
                    in_loop={picture.stage == Stage::Loop}
                />
                <phases::Phases
                    stage={picture.stage}
                    iteration={picture.iteration}
                    now={picture.now}
                    phases={picture.phases.clone()}
                    ticks={picture.ticks.clone()}
                    microtasks={picture.microtasks.clone()}
                />
                <background::Background
                    timers={picture.timers.clone()}
                    pool={picture.pool.clone()}
                    line={picture.pool_line.clone()}
                    kernel={picture.kernel.clone()}
                />
            </main>
            <timeline::TimelinePanel
                lanes={shown.timeline.clone()}
                at={shown.timeline_at}
                now={picture.now}
                dispatch={dispatch.clone()}
            />
            <transport::Transport
                step={state.step}
                last={picture.step_count.saturating_sub(1)}
                playback={state.playback}
                open={picture.open_order.is_some()}
                choices={shown.choices.len()}
                ending={picture.ending.clone()}
                dispatch={dispatch.clone()}
            />
            <notices::Notices notices={state.notices.clone()} dispatch={dispatch.clone()} />
            <help::Help open={state.help} letters={state.letter_keys} dispatch={dispatch.clone()} />
        </div>
    }
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
