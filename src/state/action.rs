//! What can happen, and what can be asked for.

use super::{Drafts, Frame, Landing, LanesAction, Movement, Theme};
use loopscope_model::anchor::Anchor;
use loopscope_model::replay::Stride;
use loopscope_model::{Chunk, ModuleKind, ModuleReason, Scenario, Trace};

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Action {
    /// The page has started.
    Started(Startup),
    /// The manifest of the build is there, or why it is not.
    ManifestLoaded(Result<Manifest, String>),
    /// The trace of a built-in scenario is there, or why it is not.
    TraceLoaded {
        /// The scenario's name.
        name: String,
        /// The trace.
        result: Result<Box<Trace>, String>,
    },
    /// So many bytes of the engine have arrived, of so many in all where that is known.
    EngineProgress(u64, Option<u64>),
    /// The engine is compiled and an instance is warm.
    EngineReady,
    /// The engine cannot be had.
    EngineFailed(String),
    /// What sort of module a run's main program is, and by what the engine knows.
    Main(u32, ModuleKind, ModuleReason),
    /// A piece of a run's trace.
    Chunk(u32, Chunk),
    /// A run is recorded to its end.
    RunFinished(u32),
    /// A run ended without an end being recorded: the worker died or could not read the request.
    RunBroke(u32, String),
    /// A file of the draft has this text now.
    Edited(String, String),
    /// Show this file of the draft.
    ShowFile(String),
    /// Put the text of the run that is shown back into the draft.
    Revert,
    /// Run the draft; and show its end rather than its beginning.
    Run(bool),
    /// End the run that is under way.
    Cancel,
    /// Go to another step.
    Move(Movement),
    /// Go to this step.
    Seek(u32),
    /// Do something to the timeline.
    Lanes(LanesAction),
    /// Set a breakpoint at this line of the shown file, or take it away.
    ToggleBreakpoint(u32),
    /// Go on to where this line of the shown file is reached.
    RunToLine(u32),
    /// Record the run that was paused at a limit further.
    RecordFurther,
    /// Run by itself after a pause in typing, or not.
    ToggleLive,
    /// The reader has paused in typing.
    TypingPaused,
    /// Draw everything large, or not.
    ToggleProjector,
    /// A file is being added; this is what its name is so far. Nothing: it is not, after all.
    NameFile(Option<String>),
    /// Add an empty file of this name.
    AddFile(String),
    /// Remove a file.
    RemoveFile(String),
    /// Begin or stop playing.
    TogglePlay,
    /// While playing: it is time for the next step.
    PlayTick,
    /// Move by this from now on.
    SetStride(Stride),
    /// Play at this speed, an index of [`super::SPEEDS`].
    SetSpeed(usize),
    /// Open a built-in scenario.
    OpenScenario(String),
    /// Open an edited program that was kept.
    OpenDraft(u32),
    /// The reader went back or forward, or changed the address by hand.
    AddressChanged(String),
    /// Copy a link to what is seen.
    CopyLink,
    /// Open the sheet with links and snippets of what is seen.
    Share,
    /// The link is on the clipboard, or it could not be put there and is this.
    Copied(Result<(), String>),
    /// Show the place of a problem: file and line.
    ShowPlace(String, u32),
    /// Put a message away.
    Dismiss(u32),
    /// Open or close the sheet of keys.
    ToggleHelp,
    /// Turn keys without Ctrl or Alt on or off.
    ToggleLetterKeys,
    /// Draw in these colours.
    SetTheme(Theme),
    /// Move the focus to the editor.
    EnterEditor,
    /// Move the focus out of the editor.
    LeaveEditor,
    /// Say something to the reader.
    Tell(String),
    /// The reader uses the editor.
    EditorUsed,
    /// The frame has come into sight, or gone out of it.
    Seen(bool),
    /// Show this program on the page itself, outside of the frame.
    OpenOutside,
    /// The page that holds the frame wants this program shown; and run; and its first run to land here.
    Load(Box<Scenario>, bool, Option<Anchor>),
    /// It wants this place shown.
    GoTo(Anchor),
}

/// What the page finds when it starts.
#[derive(Debug, Clone, Default)]
pub struct Startup {
    /// The fragment of the address, without `#`.
    pub fragment: String,
    /// Edited programs that were kept.
    pub drafts: Drafts,
    /// The colours that were chosen.
    pub theme: Theme,
    /// Whether keys without Ctrl or Alt do something.
    pub letter_keys: bool,
    /// Whether the program runs by itself after a pause in typing.
    pub live: bool,
    /// The settings, if the page is in a frame of a lesson; and what is wrong with them, for people.
    pub frame: Option<(Frame, Vec<String>)>,
}

/// What the build is made of: `build.json`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The build's id.
    pub build: String,
    /// The glue of the worker, relative to the page.
    pub worker_js: String,
    /// The worker's Wasm.
    pub worker_wasm: String,
    /// The editor's bundle.
    pub editor_js: String,
    /// The built-in scenarios, in order.
    pub scenarios: Vec<ScenarioEntry>,
}

/// A built-in scenario.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScenarioEntry {
    /// Its name: that of its file, whose number says where it stands in the library.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its trace, relative to the page.
    pub trace: String,
}

impl ScenarioEntry {
    /// The name without the number in front, which stays when the library is ordered anew: it stands in addresses.
    pub fn stable_name(&self) -> &str {
        self.name
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .trim_start_matches('-')
    }
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Fetch the manifest of the build.
    FetchManifest,
    /// Fetch the trace of a built-in scenario: name and file.
    FetchTrace(String, String),
    /// Fetch the engine, now that the page is painted.
    FetchEngine(Manifest),
    /// Fetch the editor's bundle.
    FetchEditor(String),
    /// Nobody looks: give back the memory that the engine takes.
    Sleep,
    /// Open the page itself; the text is its fragment.
    OpenOutside(String),
    /// Try again to get the engine.
    RetryEngine,
    /// Record a scenario as this run.
    StartRun(u32, Box<Scenario>),
    /// End the run that is under way by ending its worker.
    CancelRun,
    /// Send [`Action::PlayTick`] after so many milliseconds.
    ScheduleTick(u32),
    /// Do not send it.
    CancelTick,
    /// Send [`Action::TypingPaused`] once nothing has been typed for a moment.
    AwaitPause,
    /// Soon make the address say what is seen.
    UpdateAddress,
    /// Make a new entry of the history say what is seen, at once.
    PushAddress,
    /// Keep the edited programs.
    SaveDrafts,
    /// Keep a choice: name and value.
    SaveSetting(&'static str, &'static str),
    /// Put a link on the clipboard; the text is its fragment.
    CopyLink(String),
    /// Open the sheet with links and snippets; the text is a link's fragment.
    Share(String),
    /// Put a message away once it has been read.
    DismissLater(u32),
    /// Apply the colours.
    ApplyTheme(Theme),
    /// Draw everything large, or not.
    ApplyProjector(bool),
    /// Focus the editor.
    FocusEditor,
    /// Focus the transport.
    FocusTransport,
    /// Show this line of the editor and put the cursor there.
    GoToLine(u32),
}

/// A landing that was not told otherwise.
impl Default for Landing {
    fn default() -> Landing {
        Landing::Begin
    }
}
