//! The program: its files, the editor, and what is wrong with it.

use super::editor_pane::{Bundle, Document, EditorPane};
use super::shown::Problem;
use crate::editor::EditorHandle;
use crate::state::{Action, Marks};
use std::rc::Rc;
use yew::prelude::*;

/// What the program needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the editor shows.
    pub document: Document,
    /// The files, and whether each has been edited since the run.
    pub files: Rc<Vec<(String, bool)>>,
    /// Whether anything has been.
    pub edited: bool,
    /// What is marked in the text.
    pub marks: Rc<Marks>,
    /// Exceptions and refusals of the run.
    pub problems: Rc<Vec<Problem>>,
    /// The editor.
    pub editor: EditorHandle,
    /// The better editor's bundle, once it is there.
    pub bundle: Option<Bundle>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// The program.
#[component]
pub fn Program(props: &Props) -> Html {
    let revert = props.dispatch.reform(|_: MouseEvent| Action::Revert);
    html! {
        <section class="code" aria-label="Program" data-testid="program">
            <div class="tabs">
                <div class="tab-list scroll" role="group" aria-label="Files">
                    { for props.files.iter().map(|file| tab(file, props)) }
                </div>
                if props.edited {
                    <span class="edited" data-testid="edited">
                        <span title="Marks in the text are hidden until the next run">{ "edited since this run" }</span>
                        <button type="button" class="quiet" onclick={revert} data-testid="revert">{ "Revert" }</button>
                    </span>
                }
            </div>
            <EditorPane
                document={props.document.clone()}
                marks={props.marks.clone()}
                editor={props.editor.clone()}
                bundle={props.bundle.clone()}
                dispatch={props.dispatch.clone()}
            />
            <div aria-live="polite">
                if !props.problems.is_empty() {
                    <ul class="problems scroll" tabindex="0" aria-label="Messages" data-testid="messages">
                        { for props.problems.iter().map(|problem| message(problem, props)) }
                    </ul>
                }
            </div>
        </section>
    }
}

fn tab((path, edited): &(String, bool), props: &Props) -> Html {
    let shown = *path == props.document.path;
    let action = Action::ShowFile(path.clone());
    let onclick = props.dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <button
            type="button"
            key={path.clone()}
            class={classes!("tab", shown.then_some("on"))}
            aria-current={shown.then_some("true")}
            onclick={onclick}
        >
            { path }
            if *edited {
                <span class="dot-edited" title="edited since this run">{ "•" }</span>
            }
        </button>
    }
}

/// A hint as a sentence of its own: hints are written to follow a colon.
fn sentence(hint: &str) -> String {
    let mut letters = hint.chars();
    match letters.next() {
        Some(first) => format!("{}{}", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

fn message(problem: &Problem, props: &Props) -> Html {
    let step = problem.step;
    let seek = props
        .dispatch
        .reform(move |_: MouseEvent| Action::Seek(step));
    html! {
        <li class="problem-item" data-testid="message">
            <span class="problem-mark" aria-hidden="true">{ "!" }</span>
            <div class="problem-body">
                <p class="problem-message">{ &problem.message }</p>
                if !problem.hint.is_empty() {
                    <p class="problem-hint">{ sentence(&problem.hint) }</p>
                }
            </div>
            if let Some((path, line)) = problem.place.clone() {
                <button
                    type="button"
                    class="quiet"
                    onclick={props.dispatch.reform(move |_: MouseEvent| Action::ShowPlace(path.clone(), line))}
                    data-testid="message-line"
                >
                    { format!("line {line}") }
                </button>
            }
            <button type="button" class="quiet" onclick={seek} data-testid="message-step">{ "step" }</button>
        </li>
    }
}
