//! What the keys do.
//!
//! Keys that type, move a cursor or press a button where the focus is are left alone. The sheet of keys
//! ([`crate::view`]) is written from the same table.

use super::{Action, LanesAction, Movement, State};
use loopscope_model::replay::Stride;

/// A key that was pressed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Key {
    /// Its name as in `KeyboardEvent.key`.
    pub name: String,
    /// With Ctrl or, on a Mac, Cmd.
    pub command: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift.
    pub shift: bool,
}

/// Where the focus was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// Nowhere that keys mean something.
    #[default]
    Elsewhere,
    /// In the editor or another text field.
    Text,
    /// On a slider.
    Slider,
    /// On a list to choose from.
    List,
    /// On the lanes of the timeline.
    Lanes,
    /// On a button, a link, or something else that Enter and Space press.
    Button,
}

/// What a key asks for, if anything.
pub fn action_of(state: &State, key: &Key, place: Place) -> Option<Action> {
    if key.command && key.name == "Enter" {
        return Some(Action::Run(key.shift));
    }
    if state.help {
        return (key.name == "Escape" || key.name == "?").then_some(Action::ToggleHelp);
    }
    if key.command || key.alt || place == Place::Text {
        return None;
    }
    let lanes = |action| Some(Action::Lanes(action));
    let held = state.lanes.grip.is_some();
    match (key.name.as_str(), place) {
        ("ArrowDown", Place::Lanes) => lanes(LanesAction::Select(1)),
        ("ArrowUp", Place::Lanes) => lanes(LanesAction::Select(-1)),
        ("ArrowRight", Place::Lanes) if held => lanes(LanesAction::Nudge(1, key.shift)),
        ("ArrowLeft", Place::Lanes) if held => lanes(LanesAction::Nudge(-1, key.shift)),
        ("Escape", _) if held => lanes(LanesAction::Release),
        ("ArrowRight" | "ArrowLeft" | "Home" | "End", Place::Slider | Place::List) => None,
        ("ArrowRight", _) => Some(Action::Move(Movement::Forward)),
        ("ArrowLeft", _) => Some(Action::Move(Movement::Back)),
        ("Home", _) => Some(Action::Move(Movement::First)),
        ("End", _) => Some(Action::Move(Movement::Last)),
        (" ", Place::Button | Place::List) => None,
        (" ", _) => Some(Action::TogglePlay),
        // A list goes to the entry that begins with the letter.
        (_, Place::List) => None,
        (name, _) if state.letter_keys => letter(name),
        _ => None,
    }
}

fn letter(name: &str) -> Option<Action> {
    let action = match name {
        "s" => Action::Move(Movement::Next(Stride::Statement)),
        "S" => Action::Move(Movement::Previous(Stride::Statement)),
        "c" => Action::Move(Movement::Next(Stride::Callback)),
        "C" => Action::Move(Movement::Previous(Stride::Callback)),
        "p" => Action::Move(Movement::Next(Stride::Phase)),
        "P" => Action::Move(Movement::Previous(Stride::Phase)),
        "i" => Action::Move(Movement::Next(Stride::Iteration)),
        "I" => Action::Move(Movement::Previous(Stride::Iteration)),
        "b" => Action::Move(Movement::NextBreakpoint),
        "B" => Action::Move(Movement::PreviousBreakpoint),
        "o" => Action::Move(Movement::Next(Stride::Output)),
        "O" => Action::Move(Movement::Previous(Stride::Output)),
        "e" => Action::EnterEditor,
        "r" => Action::Run(false),
        "l" => Action::CopyLink,
        "v" => Action::ToggleProjector,
        "+" | "=" => zoom(0.5),
        "-" => zoom(2.0),
        "0" => zoom(1e9),
        "." => Action::Lanes(LanesAction::Pan(0.25)),
        "," => Action::Lanes(LanesAction::Pan(-0.25)),
        "?" => Action::ToggleHelp,
        _ => return None,
    };
    Some(action)
}

/// Shows so many times as much of the timeline.
fn zoom(by: f64) -> Action {
    Action::Lanes(LanesAction::Zoom { at: None, by })
}
