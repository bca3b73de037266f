//! What the page knows, as plain data, and how it changes: [`reduce`] alone.
//!
//! There is no browser here. What has to be done outside is returned as [`Effect`]s; what happens outside comes in as
//! [`Action`]s. Everything on screen but the draft is a function of a recording and a step.

mod action;
mod address;
mod axis;
mod breakpoints;
mod compare;
mod draft;
mod drafts;
mod files;
mod frame;
mod grip;
mod keys;
mod lanes;
mod literal;
mod marks;
mod notice;
mod open;
mod reduce;
mod run;
mod transport;
mod trial;

#[cfg(test)]
mod tests;

pub use action::{Action, Effect, Manifest, ScenarioEntry, Startup};
pub use address::{fragment, is_alone};
pub use axis::Axis;
pub use breakpoints::Breakpoints;
pub use compare::{Change, Comparison, compare, outputs};
pub use draft::Draft;
pub use drafts::Drafts;
pub use frame::{Frame, Layout, Loading};
pub use grip::Grip;
pub use keys::{Key, Place, action_of};
pub use lanes::{Lanes, LanesAction, Window};
pub use marks::{Marks, TaskMark, marks};
pub use notice::{Notice, Remedy, Tone};
pub use open::Fetching;
pub use reduce::reduce;
pub use run::{Engine, Landing, Run, RunStatus};
pub use transport::{Movement, Playback, SPEEDS, STRIDES, stride_name};

use loopscope_model::replay::Recording;

/// Everything that the page knows.
#[derive(Default)]
pub struct State {
    /// What is being edited.
    pub draft: Option<Draft>,
    /// What is being watched.
    pub recording: Option<Recording>,
    /// Counts the changes of `recording`.
    pub revision: u32,
    /// Counts the programs that were put in the place of another, which tells a new recording from a longer one.
    pub generation: u32,
    /// The step that is shown.
    pub step: u32,
    /// Which place of the timeline stands for which event.
    pub axis: Axis,
    /// What the run before printed, if what is shown is the same program with another time in it.
    pub before: Option<Vec<String>>,
    /// How the timeline is looked at.
    pub lanes: Lanes,
    /// How steps follow each other.
    pub playback: Playback,
    /// The run that is under way, or the last one.
    pub run: Run,
    /// How far the engine is.
    pub engine: Engine,
    /// The build that the page belongs to; empty until the manifest is there.
    pub build: String,
    /// The built-in scenarios.
    pub library: Vec<ScenarioEntry>,
    /// Edited programs that are kept, across reloads where the browser allows it.
    pub drafts: Drafts,
    /// What the fragment of the address named and could not be opened before the library was known.
    pub waiting: Option<String>,
    /// The built-in scenario whose trace is being fetched.
    pub fetching: Option<Fetching>,
    /// The fragment of the program whose recording is shown, without anchor; empty if it is too large for a link.
    pub origin: String,
    /// Lines at which playing stops.
    pub breakpoints: Breakpoints,
    /// Whether the program runs by itself when the reader pauses in typing.
    pub live: bool,
    /// Whether everything is drawn large, for a room.
    pub projector: bool,
    /// The name of a file that is being added, while it is typed.
    pub naming: Option<String>,
    /// The settings of the frame that the page is in; nothing if it is the page itself.
    pub frame: Option<Frame>,
    /// The editor's bundle, where it is fetched only once the editor is used.
    pub editor_later: Option<String>,
    /// Messages to the reader.
    pub notices: Vec<Notice>,
    /// How many messages there have been.
    pub notice_count: u32,
    /// Whether the sheet of keys is open.
    pub help: bool,
    /// Whether keys without Ctrl or Alt do something.
    pub letter_keys: bool,
    /// The colours that were chosen.
    pub theme: Theme,
}

/// In which colours the page is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Its name in storage and in the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of this name; the system's for any other.
    pub fn of_name(name: &str) -> Theme {
        match name {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        }
    }

    /// The one that the button leads to.
    pub fn next(self) -> Theme {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }
}

impl State {
    /// Whether the draft differs from the program whose recording is shown.
    pub fn edited(&self) -> bool {
        match (&self.draft, &self.recording) {
            // What is tried while it is dragged is no edit.
            _ if self.lanes.tries() => false,
            (Some(draft), Some(recording)) => draft.scenario.files != recording.scenario().files,
            _ => false,
        }
    }

    /// Whether this file of the draft differs from the one that was run.
    pub fn file_edited(&self, path: &str) -> bool {
        match (&self.draft, &self.recording) {
            (Some(draft), Some(recording)) => {
                draft.scenario.files.get(path) != recording.scenario().files.get(path)
            }
            _ => false,
        }
    }
}
