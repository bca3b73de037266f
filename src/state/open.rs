//! Opening programs: built-in scenarios, links, and edited programs that were kept.

use super::address::{self, Request};
use super::notice::Tone;
use super::run::{self, Landing};
use super::{Draft, Effect, Loading, Manifest, ScenarioEntry, State};
use loopscope_model::anchor::Anchor;
use loopscope_model::replay::Recording;
use loopscope_model::{Scenario, Trace};

/// A built-in scenario whose trace is being fetched.
#[derive(Debug, Clone, PartialEq)]
pub struct Fetching {
    /// Its name.
    pub name: String,
    /// Where to land in it.
    pub landing: Landing,
    /// How it came to be opened.
    pub way: Way,
}

/// How a program comes to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By the address: what was last made of it comes back.
    Address,
    /// By the library: as it is there, in a new entry of the history.
    Library,
}

/// The library is known: what the address asked for can be opened.
pub(super) fn manifest(state: &mut State, manifest: Manifest) -> Vec<Effect> {
    state.build.clone_from(&manifest.build);
    state.library.clone_from(&manifest.scenarios);
    let mut effects = match state.waiting.take() {
        Some(fragment) => fragment_of_library(state, &fragment),
        None => Vec::new(),
    };
    let editor = manifest.editor_js.clone();
    match &state.frame {
        // In a frame most readers only look.
        Some(frame) if frame.loading != Loading::Eager => state.editor_later = Some(editor),
        _ => {
            effects.push(Effect::FetchEditor(editor));
            effects.push(Effect::FetchEngine(manifest));
        }
    }
    effects
}

/// The library cannot be had: there is still an editor.
pub(super) fn without_library(state: &mut State) -> Vec<Effect> {
    state.waiting = None;
    if state.draft.is_none() {
        blank(state)
    } else {
        Vec::new()
    }
}

fn fragment_of_library(state: &mut State, fragment: &str) -> Vec<Effect> {
    match address::parse(fragment) {
        Ok(Request::BuiltIn(name, landing)) => built_in(state, &name, landing, Way::Address),
        _ => first(state),
    }
}

/// Opens what a fragment asks for. A broken one is told of, and leaves everything as it is.
pub(super) fn fragment(state: &mut State, fragment: &str) -> Vec<Effect> {
    match address::parse(fragment) {
        Ok(Request::Nothing) => later_or(state, fragment, first),
        Ok(Request::BuiltIn(name, landing)) => later_or(state, fragment, |state| {
            built_in(state, &name, landing, Way::Address)
        }),
        Ok(Request::Program(scenario, origin, landing)) => {
            if origin == state.origin {
                return seek(state, &landing);
            }
            program(state, *scenario, origin, landing)
        }
        Err(message) => {
            let message = message.trim_end_matches('.');
            state.tell(
                Tone::Bad,
                format!("This link cannot be opened: {message}. Your own program is untouched."),
                None,
            );
            if state.draft.is_none() {
                return later_or(state, "", first);
            }
            Vec::new()
        }
    }
}

/// Waits for the library where it is not there yet.
fn later_or(
    state: &mut State,
    fragment: &str,
    now: impl FnOnce(&mut State) -> Vec<Effect>,
) -> Vec<Effect> {
    if state.library.is_empty() && state.build.is_empty() {
        state.waiting = Some(fragment.to_owned());
        return Vec::new();
    }
    now(state)
}

fn seek(state: &mut State, landing: &Landing) -> Vec<Effect> {
    if let Landing::At(_) = landing {
        run::land(state, landing);
    }
    Vec::new()
}

fn first(state: &mut State) -> Vec<Effect> {
    match state.library.first().cloned() {
        Some(entry) if address::built_in(&entry) == state.origin => Vec::new(),
        Some(entry) => fetch(state, entry, Landing::Begin, Way::Address),
        None if state.draft.is_some() => Vec::new(),
        None => blank(state),
    }
}

/// Opens a built-in scenario.
pub(super) fn built_in(state: &mut State, name: &str, landing: Landing, way: Way) -> Vec<Effect> {
    let found = state
        .library
        .iter()
        .find(|entry| entry.name == name || entry.stable_name() == name)
        .cloned();
    match found {
        Some(entry) if way == Way::Address && address::built_in(&entry) == state.origin => {
            seek(state, &landing)
        }
        Some(entry) => fetch(state, entry, landing, way),
        None => {
            state.tell(
                Tone::Bad,
                format!(
                    "There is no built-in scenario called “{name}”: choose one from the library."
                ),
                None,
            );
            if state.draft.is_none() {
                return first(state);
            }
            Vec::new()
        }
    }
}

fn fetch(state: &mut State, entry: ScenarioEntry, landing: Landing, way: Way) -> Vec<Effect> {
    state.fetching = Some(Fetching {
        name: entry.name.clone(),
        landing,
        way,
    });
    vec![Effect::FetchTrace(entry.name, entry.trace)]
}

/// The trace of a built-in scenario is there.
pub(super) fn trace(
    state: &mut State,
    name: &str,
    result: Result<Box<Trace>, String>,
) -> Vec<Effect> {
    if state
        .fetching
        .as_ref()
        .is_none_or(|fetching| fetching.name != name)
    {
        return Vec::new();
    }
    let Some(fetching) = state.fetching.take() else {
        return Vec::new();
    };
    let entry = state
        .library
        .iter()
        .find(|entry| entry.name == name)
        .cloned();
    let (Ok(trace), Some(entry)) = (&result, entry) else {
        let why = result.err().unwrap_or_default();
        state.tell(
            Tone::Bad,
            format!("The recorded scenario could not be loaded ({why}). Choose it again, or write a program of your own."),
            None,
        );
        return if state.draft.is_none() {
            blank(state)
        } else {
            Vec::new()
        };
    };
    let mut effects = run::cancel(state);
    let scenario = trace.scenario.clone();
    run::show(
        state,
        Recording::from_trace((**trace).clone()),
        address::built_in(&entry),
    );
    edit(state, scenario, fetching.way);
    run::land(state, &fetching.landing);
    if fetching.way == Way::Library {
        effects.push(Effect::PushAddress);
    }
    effects
}

/// Opens a program that has to be recorded first.
fn program(state: &mut State, scenario: Scenario, origin: String, landing: Landing) -> Vec<Effect> {
    run::show(state, Recording::new(scenario.clone()), origin);
    edit(state, scenario.clone(), Way::Address);
    if let Some(frame) = &mut state.frame {
        if let Landing::At(anchor) = landing {
            frame.at = Some(anchor);
        }
        // The engine is large: it is the reader who asks for it, or the author.
        return Vec::new();
    }
    run::start(state, scenario, landing)
}

/// Shows the program that the page around the frame gives.
pub(super) fn given(
    state: &mut State,
    scenario: Scenario,
    run: bool,
    at: Option<Anchor>,
) -> Vec<Effect> {
    let origin = address::program(&scenario);
    // What the frame would have shown by itself comes too late.
    state.waiting = None;
    state.fetching = None;
    let mut effects = run::cancel(state);
    effects.extend(program(state, scenario, origin, Landing::Begin));
    if let Some(frame) = &mut state.frame {
        frame.at = at;
    }
    if run {
        effects.extend(run::draft(state, false));
    }
    effects
}

/// Without library and without link there is still an editor.
fn blank(state: &mut State) -> Vec<Effect> {
    let scenario = Scenario::of_program("");
    run::show(
        state,
        Recording::new(scenario.clone()),
        address::program(&scenario),
    );
    edit(state, scenario, Way::Address);
    Vec::new()
}

/// Opens an edited program that was kept.
pub(super) fn draft(state: &mut State, id: u32) -> Vec<Effect> {
    let Some(record) = state.drafts.get(id).cloned() else {
        return Vec::new();
    };
    let origin = address::program(&record.scenario);
    run::show(state, Recording::new(record.scenario.clone()), origin);
    edit(state, record.scenario.clone(), Way::Library);
    if let Some(draft) = &mut state.draft {
        draft.record = Some(id);
    }
    let mut effects = run::start(state, record.scenario, Landing::Begin);
    effects.push(Effect::PushAddress);
    effects
}

/// Puts a program into the editor.
fn edit(state: &mut State, scenario: Scenario, way: Way) {
    let program = state.draft.as_ref().map_or(0, |draft| draft.program + 1);
    let kept = match way {
        Way::Address => state.drafts.of_origin(&state.origin).cloned(),
        Way::Library => None,
    };
    let mut draft = Draft::new(scenario, program);
    if let Some(node) = state.frame.as_ref().and_then(|frame| frame.node) {
        draft.scenario.node = node;
    }
    if let Some(record) = kept {
        draft.scenario.files = record.scenario.files;
        draft.record = Some(record.id);
    }
    state.draft = Some(draft);
    state.run.module = None;
}
