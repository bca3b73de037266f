//! The program: its files, the editor, and what is wrong with it.

use super::editor_pane::{Bundle, EditorPane};
use super::shown::{Problem, Shown};
use super::{class, when};
use super::{click, maybe};
use crate::editor::EditorHandle;
use crate::state::{Action, State};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The program.
pub fn program(
    state: &State,
    shown: &Shown,
    editor: &EditorHandle,
    bundle: Option<&Bundle>,
    dispatch: &Callback<Action>,
) -> Html {
    let revert = click(dispatch, Action::Revert);
    let readonly = state.frame.as_ref().is_some_and(|frame| frame.readonly);
    html! {
        <section class="code" aria-label="Program" data-testid="program">
            <div class="tabs">
                <div class="tab-list scroll" role="group" aria-label="Files">
                    { for shown.files.iter().map(|file| tab(file, state, shown, dispatch)) }
                    if state.frame.is_none() {
                        { new_file(state, dispatch) }
                    }
                </div>
                if state.edited() {
                    <span class="edited" data-testid="edited">
                        <span title="Marks in the text are hidden until the next run">{ "edited since this run" }</span>
                        <button type="button" class="quiet" onclick={revert} data-testid="revert">{ "Revert" }</button>
                    </span>
                }
            </div>
            <EditorPane
                document={shown.document.clone()}
                marks={shown.marks.clone()}
                editor={editor.clone()}
                readonly={readonly}
                bundle={bundle.cloned()}
                dispatch={dispatch.clone()}
            />
            <div aria-live="polite">
                if !shown.problems.is_empty() {
                    <ul class="problems scroll" tabindex="0" aria-label="Messages" data-testid="messages">
                        { for shown.problems.iter().map(|problem| message(problem, dispatch)) }
                    </ul>
                }
            </div>
        </section>
    }
}

fn tab(
    (path, edited): &(String, bool),
    state: &State,
    shown: &Shown,
    dispatch: &Callback<Action>,
) -> Html {
    let on = *path == shown.document.path;
    let main = state
        .draft
        .as_ref()
        .is_some_and(|draft| draft.scenario.main == *path);
    let onclick = click(dispatch, Action::ShowFile(path.clone()));
    let remove = click(dispatch, Action::RemoveFile(path.clone()));
    html! {
        <>
        <button
            type="button"
            key={path.clone()}
            class={class(&["tab", when(on, "on")])}
            aria-current={on.then_some("true")}
            onclick={onclick}
        >
            { path }
            if *edited {
                <span class="dot-edited" title="edited since this run">{ "•" }</span>
            }
        </button>
        if on && !main {
            <button
                type="button"
                class="tab-remove"
                onclick={remove}
                aria-label={format!("Remove {path}")}
                title={format!("Remove {path}")}
                data-testid="remove-file"
            >
                { "×" }
            </button>
        }
        </>
    }
}

/// A button to add a file; once it is pressed, a field for the name.
fn new_file(state: &State, dispatch: &Callback<Action>) -> Html {
    let Some(name) = state.naming.clone() else {
        let onclick = click(dispatch, Action::NameFile(Some(String::new())));
        return html! {
            <button type="button" class="tab" onclick={onclick} aria-label="Add a file" title="Add a file" data-testid="add-file">{ "+" }</button>
        };
    };
    let oninput = maybe(dispatch, |event: InputEvent| {
        let name = event.target_unchecked_into::<HtmlInputElement>().value();
        Some(Action::NameFile(Some(name)))
    });
    let typed = name.clone();
    let onkeydown = maybe(dispatch, move |event: KeyboardEvent| match &*event.key() {
        "Enter" => Some(Action::AddFile(typed.clone())),
        "Escape" => Some(Action::NameFile(None)),
        _ => None,
    });
    html! {
        <input
            class="tab-name"
            value={name}
            oninput={oninput}
            onkeydown={onkeydown}
            onblur={click_away(dispatch)}
            aria-label="Name of the new file; Enter adds it"
            placeholder="lib/users.js"
            autofocus=true
            data-testid="file-name"
        />
    }
}

/// Who goes elsewhere does not want a file.
fn click_away(dispatch: &Callback<Action>) -> Callback<FocusEvent> {
    dispatch.reform(|_| Action::NameFile(None))
}

/// A hint as a sentence of its own: hints are written to follow a colon.
fn sentence(hint: &str) -> String {
    let mut letters = hint.chars();
    match letters.next() {
        Some(first) => format!("{}{}", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

fn message(problem: &Problem, dispatch: &Callback<Action>) -> Html {
    let step = problem.step;
    let seek = click(dispatch, Action::Seek(step));
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
                    onclick={click(dispatch, Action::ShowPlace(path, line))}
                    data-testid="message-line"
                >
                    { format!("line {line}") }
                </button>
            }
            <button type="button" class="quiet" onclick={seek} data-testid="message-step">{ "step" }</button>
        </li>
    }
}
