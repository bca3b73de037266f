//! The bar at the top: what is open, and what can be done with it.

use super::click;
use super::library::library;
use super::shown::Shown;
use super::{class, when};
use crate::state::{Action, Engine, RunStatus, State, Theme};
use yew::prelude::*;

/// The bar.
pub fn bar(state: &State, shown: &Shown, dispatch: &Callback<Action>) -> Html {
    let copy = click(dispatch, Action::CopyLink);
    let title = if shown.title.is_empty() {
        "A program of your own"
    } else {
        &*shown.title
    };
    html! {
        <header class="bar">
            <span class="brand">{ mark() }<b>{ "Loopscope" }</b></span>
            <h1 class="title" data-testid="title">{ title }</h1>
            <ul class="facts" aria-label="What is modelled">
                { for shown.facts.iter().map(|fact| html! { <li class="chip">{ fact }</li> }) }
            </ul>
            <span class="space"></span>
            if state.frame.is_some() {
                <button
                    type="button"
                    class="chip-button outside"
                    onclick={click(dispatch, Action::OpenOutside)}
                    title="Open this program, as it is now, in a page of its own"
                    data-testid="outside"
                >
                    <span class="long">{ "Open in Loopscope" }</span><span class="short" aria-hidden="true">{ "Open ↗" }</span>
                </button>
            } else {
                { library(&shown.library, dispatch) }
                <button type="button" class="chip-button" onclick={copy} data-testid="copy-link">{ "Copy link" }</button>
                <button type="button" class="chip-button" onclick={click(dispatch, Action::Share)} data-testid="share">{ "Share" }</button>
                { settings(state, dispatch) }
            }
            { run(state, dispatch) }
        </header>
    }
}

/// How the page is to be: its colours, its size, whether it runs by itself; and the sheet of keys. The browser opens and
/// closes the list by itself.
fn settings(state: &State, dispatch: &Callback<Action>) -> Html {
    let theme = format!("Colours: {}", state.theme.name());
    html! {
        <>
            <button type="button" class="chip-button round" popovertarget="settings" aria-label="View" title="View" data-testid="view">
                { sun(state.theme) }
            </button>
            <div id="settings" class="menu menu-right" popover="auto" role="group" aria-label="View" data-testid="view-menu">
                { setting(dispatch, Action::SetTheme(state.theme.next()), &theme, "theme", None) }
                { setting(dispatch, Action::ToggleLive, "Run after each pause in typing", "live", Some(state.live)) }
                { setting(dispatch, Action::ToggleProjector, "Large, for a room (v)", "projector", Some(state.projector)) }
                { setting(dispatch, Action::ToggleHelp, "Keys and help (?)", "help", None) }
            </div>
        </>
    }
}

fn setting(
    dispatch: &Callback<Action>,
    action: Action,
    text: &str,
    id: &'static str,
    on: Option<bool>,
) -> Html {
    html! {
        <button
            type="button"
            class="menu-item"
            onclick={click(dispatch, action)}
            aria-pressed={on.map(|on| if on { "true" } else { "false" })}
            data-testid={id}
        >
            { text }
        </button>
    }
}

/// Run, or what stands in its way.
fn run(state: &State, dispatch: &Callback<Action>) -> Html {
    let running = matches!(state.run.status, RunStatus::Asked | RunStatus::Recording);
    let waiting = state.run.status == RunStatus::WaitingForEngine;
    let onclick = click(
        dispatch,
        if running || waiting {
            Action::Cancel
        } else {
            Action::Run(false)
        },
    );
    let text = if running || waiting { "Stop" } else { "Run" };
    html! {
        <>
            <p class="engine" role="status" data-testid="engine">{ engine(state, waiting) }</p>
            <button
                type="button"
                class={class(&["primary", when(running || waiting, "busy")])}
                onclick={onclick}
                disabled={state.draft.is_none()}
                title={if running { "Stop the run" } else { "Run (Ctrl or ⌘ + Enter)" }}
                data-testid="run"
            >
                { text }
            </button>
        </>
    }
}

fn engine(state: &State, waiting: bool) -> String {
    match &state.engine {
        Engine::Loading(bytes, Some(of)) if waiting && *of > 0 => {
            format!("loading the engine, {} %", bytes * 100 / of)
        }
        Engine::Loading(bytes, _) if waiting => {
            format!("loading the engine, {} KB", bytes / 1000)
        }
        Engine::Absent if waiting => "loading the engine".to_owned(),
        Engine::Failed(_) => "the engine could not be loaded".to_owned(),
        _ if state.run.status == RunStatus::Recording => "recording".to_owned(),
        _ => String::new(),
    }
}

/// The mark: a loop with a point on it.
fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 4a8 8 0 1 0 8 8" />
            <path d="M16.5 3.5 12 4l2 4" />
            <circle cx="20" cy="12" r="2.6" />
        </svg>
    }
}

fn sun(theme: Theme) -> Html {
    let path = match theme {
        Theme::System => "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
        Theme::Light => {
            "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M13.1 2.9l-1.4 1.4M4.3 11.7l-1.4 1.4"
        }
        Theme::Dark => "M13.5 9.8A6 6 0 1 1 6.2 2.5a4.8 4.8 0 0 0 7.3 7.3z",
    };
    html! { <svg class={class(&["icon", "outline", theme.name()])} viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}
