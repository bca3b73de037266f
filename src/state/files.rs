//! Adding files to the program, and removing them.

use super::{Effect, State, Tone};

/// Longer names of files help nobody.
const LONGEST: usize = 80;

/// Adds an empty file and shows it.
pub(super) fn add(state: &mut State, name: &str) -> Vec<Effect> {
    let Some(draft) = &mut state.draft else {
        return Vec::new();
    };
    let name = name.trim();
    if let Some(why) = fault(name) {
        let id = state.tell(
            Tone::Bad,
            format!("This is no name for a file: {why}."),
            None,
        );
        return vec![Effect::DismissLater(id)];
    }
    state.naming = None;
    if draft.path_of(name).is_none() {
        draft.scenario.files.insert(name.to_owned(), String::new());
        keep(state);
    }
    if let Some(draft) = &mut state.draft {
        draft.show(name);
    }
    vec![Effect::SaveDrafts, Effect::FocusEditor]
}

/// Removes a file; the main program stays.
pub(super) fn remove(state: &mut State, path: &str) -> Vec<Effect> {
    let Some(draft) = &mut state.draft else {
        return Vec::new();
    };
    if path == draft.scenario.main || draft.scenario.files.remove(path).is_none() {
        return Vec::new();
    }
    if draft.shown == path {
        draft.shown = draft.scenario.main.clone();
    }
    state.breakpoints.forget(path);
    keep(state);
    vec![Effect::SaveDrafts]
}

/// Keeps the draft as it is now.
pub(super) fn keep(state: &mut State) {
    if let Some(draft) = &mut state.draft {
        let scenario = draft.scenario.clone();
        draft.record = Some(state.drafts.keep(draft.record, &state.origin, scenario));
    }
}

/// What is wrong with a name, for people.
fn fault(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        Some("it is empty")
    } else if name.chars().count() > LONGEST {
        Some("it is too long")
    } else if name.chars().any(char::is_control) {
        Some("it has a character that cannot be seen")
    } else if name.ends_with('/') || name.split('/').any(|part| part == "." || part == "..") {
        Some("write it without “.” and “..”, such as lib/users.js")
    } else {
        None
    }
}
