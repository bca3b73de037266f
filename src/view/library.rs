//! The library: built-in scenarios, and programs of the reader's own that are kept.

use super::shown::Library;
use crate::state::Action;
use std::rc::Rc;
use yew::prelude::*;

/// What the library needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is in it.
    pub library: Rc<Library>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// The library's button and its list. The browser opens and closes the list by itself.
#[component]
pub fn LibraryMenu(props: &Props) -> Html {
    html! {
        <>
            <button type="button" class="chip-button" popovertarget="library" data-testid="library">{ "Library" }</button>
            <div id="library" class="menu" popover="auto" role="group" aria-label="Library" data-testid="library-menu">
                <h2>{ "Scenarios" }</h2>
                <ul>{ for props.library.scenarios.iter().map(|entry| scenario(entry, props)) }</ul>
                if !props.library.drafts.is_empty() {
                    <h2>{ "Programs that you have edited" }</h2>
                    <ul>{ for props.library.drafts.iter().map(|entry| draft(entry, props)) }</ul>
                }
            </div>
        </>
    }
}

fn scenario((name, title): &(String, String), props: &Props) -> Html {
    let action = Action::OpenScenario(name.clone());
    item(action, title, "", format!("scenario-{name}"), props)
}

fn draft((id, title, first_line): &(u32, String, String), props: &Props) -> Html {
    item(
        Action::OpenDraft(*id),
        title,
        first_line,
        format!("draft-{id}"),
        props,
    )
}

fn item(action: Action, title: &str, more: &str, id: String, props: &Props) -> Html {
    let onclick = props.dispatch.reform(move |_: MouseEvent| action.clone());
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
