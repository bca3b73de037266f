//! The library: built-in scenarios, and programs of the reader's own that are kept.

use super::click;
use super::memo::{address, memo};
use super::shown::Library;
use crate::state::Action;
use std::rc::Rc;
use yew::prelude::*;

/// The library's button and its list. The browser opens and closes the list by itself.
pub fn library(library: &Rc<Library>, dispatch: &Callback<Action>) -> Html {
    let (library, dispatch) = (library.clone(), dispatch.clone());
    memo([address(&library), 0, 0], move || list(&library, &dispatch))
}

fn list(library: &Library, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <button type="button" class="chip-button" popovertarget="library" data-testid="library">{ "Library" }</button>
            <div id="library" class="menu" popover="auto" role="group" aria-label="Library" data-testid="library-menu">
                <h2>{ "Scenarios" }</h2>
                <ul>{ for library.scenarios.iter().map(|entry| scenario(entry, dispatch)) }</ul>
                if !library.drafts.is_empty() {
                    <h2>{ "Programs that you have edited" }</h2>
                    <ul>{ for library.drafts.iter().map(|entry| draft(entry, dispatch)) }</ul>
                }
            </div>
        </>
    }
}

fn scenario((name, title): &(String, String), dispatch: &Callback<Action>) -> Html {
    let action = Action::OpenScenario(name.clone());
    item(action, title, "", format!("scenario-{name}"), dispatch)
}

fn draft((id, title, first_line): &(u32, String, String), dispatch: &Callback<Action>) -> Html {
    item(
        Action::OpenDraft(*id),
        title,
        first_line,
        format!("draft-{id}"),
        dispatch,
    )
}

fn item(action: Action, title: &str, more: &str, id: String, dispatch: &Callback<Action>) -> Html {
    let onclick = click(dispatch, action);
    html! {
        <li key={id.clone()}>
            <button
                type="button"
                class="menu-item"
                popovertarget="library"
                popovertargetaction="hide"
                onclick={onclick}
                data-testid={id}
            >
                { title }
                if !more.is_empty() {
                    <code>{ more }</code>
                }
            </button>
        </li>
    }
}
