//! The bar at the top: what is open, and what can be done with it.

use super::library::LibraryMenu;
use super::shown::Library;
use crate::state::{Action, Engine, RunStatus, Theme};
use std::rc::Rc;
use yew::prelude::*;

/// What the bar needs.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The program's title.
    pub title: Rc<str>,
    /// Short facts about it.
    pub facts: Rc<Vec<String>>,
    /// How far the engine is.
    pub engine: Engine,
    /// How far the run is.
    pub run: RunStatus,
    /// The library.
    pub library: Rc<Library>,
    /// The colours that are chosen.
    pub theme: Theme,
    /// Whether there is a program.
    pub ready: bool,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

/// The bar.
#[component]
pub fn Bar(props: &Props) -> Html {
    let copy = props.dispatch.reform(|_: MouseEvent| Action::CopyLink);
    let help = props.dispatch.reform(|_: MouseEvent| Action::ToggleHelp);
    let next = props.theme.next();
    let theme = props
        .dispatch
        .reform(move |_: MouseEvent| Action::SetTheme(next));
    let title = if props.title.is_empty() {
        "A program of your own"
    } else {
        &*props.title
    };
    html! {
        <header class="bar">
            <span class="brand">{ mark() }<b>{ "Loopscope" }</b></span>
            <h1 class="title" data-testid="title">{ title }</h1>
            <ul class="facts" aria-label="What is modelled">
                { for props.facts.iter().map(|fact| html! { <li class="chip">{ fact }</li> }) }
            </ul>
            <span class="space"></span>
            <LibraryMenu library={props.library.clone()} dispatch={props.dispatch.clone()} />
            <button type="button" class="chip-button" onclick={copy} data-testid="copy-link">{ "Copy link" }</button>
            <button
                type="button"
                class="chip-button round"
                onclick={theme}
                aria-label={format!("Colours: {}. Change", props.theme.name())}
                title={format!("Colours: {}", props.theme.name())}
                data-testid="theme"
            >
                { sun(props.theme) }
            </button>
            <button type="button" class="chip-button round" onclick={help} aria-label="Keys and help" title="Keys (?)" data-testid="help">{ "?" }</button>
            { run(props) }
        </header>
    }
}

/// Run, or what stands in its way.
fn run(props: &Props) -> Html {
    let running = matches!(props.run, RunStatus::Asked | RunStatus::Recording);
    let waiting = props.run == RunStatus::WaitingForEngine;
    let onclick = props.dispatch.reform(move |_: MouseEvent| {
        if running || waiting {
            Action::Cancel
        } else {
            Action::Run(false)
        }
    });
    let text = if running || waiting { "Stop" } else { "Run" };
    html! {
        <>
            <p class="engine" role="status" data-testid="engine">{ engine(props, waiting) }</p>
            <button
                type="button"
                class={classes!("primary", (running || waiting).then_some("busy"))}
                onclick={onclick}
                disabled={!props.ready}
                title={if running { "Stop the run" } else { "Run (Ctrl or ⌘ + Enter)" }}
                data-testid="run"
            >
                { text }
            </button>
        </>
    }
}

fn engine(props: &Props, waiting: bool) -> String {
    match &props.engine {
        Engine::Loading(bytes, Some(of)) if waiting && *of > 0 => {
            format!("loading the engine, {} %", bytes * 100 / of)
        }
        Engine::Loading(bytes, _) if waiting => {
            format!("loading the engine, {:.1} MB", *bytes as f64 / 1e6)
        }
        Engine::Absent if waiting => "loading the engine".to_owned(),
        Engine::Failed(_) => "the engine could not be loaded".to_owned(),
        _ if props.run == RunStatus::Recording => "recording".to_owned(),
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
    html! { <svg class={classes!("icon", "outline", theme.name())} viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}
