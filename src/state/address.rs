//! What the fragment of the address says: `scenario=NAME&at=ANCHOR` for a built-in scenario as it was recorded, and for
//! any other program the link that holds it.

use super::{Landing, ScenarioEntry, State};
use loopscope_model::anchor::{self, Anchor};
use loopscope_model::{Scenario, link};

/// What a fragment asks for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Request {
    /// Nothing in particular.
    Nothing,
    /// A built-in scenario by name.
    BuiltIn(String, Landing),
    /// A program, and the fragment without anchor.
    Program(Box<Scenario>, String, Landing),
}

/// Reads a fragment, without `#`.
///
/// # Errors
/// What is wrong with it, for people.
pub(super) fn parse(fragment: &str) -> Result<Request, String> {
    let fragment = fragment.trim_start_matches('#');
    if fragment.is_empty() {
        return Ok(Request::Nothing);
    }
    if fragment.starts_with("scenario=") {
        let mut name = "";
        let mut landing = Landing::Begin;
        for part in fragment.split('&') {
            match part.split_once('=') {
                Some(("scenario", value)) => name = value,
                Some(("at", value)) => {
                    landing =
                        Landing::At(value.parse::<Anchor>().map_err(|error| error.to_string())?);
                }
                _ => {}
            }
        }
        return Ok(Request::BuiltIn(name.to_owned(), landing));
    }
    let linked = link::decode(fragment).map_err(|error| error.to_string())?;
    let origin = link::encode(&linked.scenario, None).map_err(|error| error.to_string())?;
    let landing = linked.anchor.map_or(Landing::Begin, Landing::At);
    Ok(Request::Program(Box::new(linked.scenario), origin, landing))
}

/// The fragment of a built-in scenario, without anchor.
pub(super) fn built_in(entry: &ScenarioEntry) -> String {
    format!("scenario={}", entry.stable_name())
}

/// The fragment of a program, without anchor; empty if it is too large for a link.
pub(super) fn program(scenario: &Scenario) -> String {
    link::encode(scenario, None).unwrap_or_default()
}

/// The fragment for what is seen now; nothing if there is nothing to say, or it is too much for a link.
pub fn fragment(state: &State) -> Option<String> {
    let recording = state.recording.as_ref()?;
    if state.origin.is_empty() || recording.last_step() == 0 {
        return None;
    }
    let anchor = anchor::anchor_of(recording, state.step);
    let separator = if state.origin.starts_with("scenario=") {
        "&at="
    } else {
        "/"
    };
    Some(format!("{}{separator}{anchor}", state.origin))
}

/// Whether a program's text, its title and its version of Node say all that a link with this fragment does.
pub fn is_alone(scenario: &Scenario, fragment: &str) -> bool {
    let mut alone = Scenario::of_program(scenario.program());
    alone.title.clone_from(&scenario.title);
    alone.about.clone_from(&scenario.about);
    alone.node = scenario.node;
    let whole = program(&alone);
    let place = fragment.strip_prefix(&*whole);
    place.is_some_and(|place| place.is_empty() || place.starts_with('/'))
}

/// The fragment of a link to give away: it holds the program itself, and the draft where it has been changed since the
/// run.
///
/// # Errors
/// Why there can be no link, for people.
pub fn share(state: &State) -> Result<String, String> {
    let encoded = match (&state.recording, &state.draft) {
        (Some(recording), _) if !state.edited() && recording.last_step() > 0 => {
            let anchor = anchor::anchor_of(recording, state.step);
            link::encode(recording.scenario(), Some(&anchor))
        }
        (_, Some(draft)) => link::encode(&draft.scenario, None),
        _ => return Err("There is no program to link to yet".to_owned()),
    };
    encoded.map_err(|error| error.to_string())
}
