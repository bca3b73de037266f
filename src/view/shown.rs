//! What is drawn, worked out once for each change of the state.

use super::editor_pane::Document;
use super::lanes::Lanes;
use crate::state::{self, Comparison, Marks, State, Window};
use loopscope_model::event::Stream;
use loopscope_model::picture::{self, ConsoleLine, Picture};
use loopscope_model::replay::Recording;
use loopscope_model::{EventIndex, EventKind, ModuleKind, ModuleReason, Scenario, VirtualTime};
use std::rc::Rc;

/// An exception or a refusal, in the list of messages.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What happened.
    pub message: String,
    /// What to do instead; may be empty.
    pub hint: String,
    /// File and line.
    pub place: Option<(String, u32)>,
    /// The step that reports it.
    pub step: u32,
    /// Whether the program uses something that is not modelled.
    pub refused: bool,
}

/// The library, and what is kept of the reader's own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Library {
    /// Built-in scenarios: name and title.
    pub scenarios: Vec<(String, String)>,
    /// Edited programs: number, title, first line.
    pub drafts: Vec<(u32, String, String)>,
}

/// What is drawn.
pub struct Shown {
    /// The recording and step that the rest was worked out for: generation, revision, step.
    key: (u32, u32, u32),
    /// The picture.
    pub picture: Rc<Picture>,
    /// All lines of the console so far.
    pub console: Rc<Vec<ConsoleLine>>,
    /// What of them was not so in the run before.
    pub compared: Rc<Comparison>,
    /// The timeline.
    pub timeline: Rc<Lanes>,
    /// What of it is seen, and how many events it was made of.
    looked: (Window, EventIndex),
    /// Where in the window the step is: from 0 to 1 if it is seen.
    pub timeline_at: f64,
    /// The events at which Node promises no order.
    pub choices: Rc<Vec<EventIndex>>,
    /// What is marked in the text.
    pub marks: Rc<Marks>,
    /// Exceptions and refusals of the run.
    pub problems: Rc<Vec<Problem>>,
    /// The program's title.
    pub title: AttrValueText,
    /// Short facts: the version of Node, the module kind, …
    pub facts: Rc<Vec<String>>,
    /// What the editor shows.
    pub document: Document,
    /// The files of the program and whether each has been edited since the run.
    pub files: Rc<Vec<(String, bool)>>,
    /// The library.
    pub library: Rc<Library>,
}

/// A text that is shared.
pub type AttrValueText = Rc<str>;

impl Shown {
    /// What is drawn of a state.
    pub fn of(state: &State) -> Shown {
        let empty = Recording::new(Scenario::of_program(""));
        let mut shown = Shown {
            key: (u32::MAX, u32::MAX, u32::MAX),
            picture: Rc::new(picture::picture(&empty, 0)),
            console: Rc::default(),
            compared: Rc::default(),
            timeline: Rc::default(),
            looked: (Window::default(), 0),
            timeline_at: 0.0,
            choices: Rc::default(),
            marks: Rc::default(),
            problems: Rc::default(),
            title: "".into(),
            facts: Rc::default(),
            document: Document::default(),
            files: Rc::default(),
            library: Rc::default(),
        };
        shown.update(state);
        shown
    }

    /// Which recording and which step is shown.
    pub fn step_key(&self) -> (u32, u32) {
        (self.key.0, self.key.2)
    }

    /// Takes a new state in.
    pub fn update(&mut self, state: &State) {
        let key = (state.generation, state.revision, state.step);
        if let Some(recording) = &state.recording {
            let new_program = key.0 != self.key.0;
            let new_events = new_program || key.1 != self.key.1;
            if new_events {
                let known = if new_program {
                    Vec::new()
                } else {
                    self.console.to_vec()
                };
                self.console = Rc::new(console(recording, known));
                // Looked for once all is recorded: every event has to be read.
                self.choices = if state.run.busy() {
                    Rc::default()
                } else {
                    Rc::new(choices(recording))
                };
                self.compared = Rc::new(match &state.before {
                    Some(before) if !state.run.busy() => {
                        state::compare(before, &state::outputs(recording))
                    }
                    _ => Comparison::default(),
                });
                self.problems = Rc::new(problems(recording));
            }
            if new_events || key.2 != self.key.2 {
                self.picture = Rc::new(picture::picture(recording, state.step));
            }
            let looked = (state.lanes.window, state.axis.events);
            // What is added to a run is drawn when the axis has grown by it.
            let held = state.lanes.dragged.is_some();
            // Under the hand it stays as it is, while the program runs with what is wanted.
            if !held {
                if looked != self.looked || new_program || (new_events && !state.run.busy()) {
                    self.looked = looked;
                    self.timeline =
                        Rc::new(Lanes::of(recording, &state.axis, looked.0, &self.choices));
                }
                let event = recording.event_of_step(state.step).unwrap_or(0);
                self.timeline_at = looked.0.place(state.axis.at_event(event));
            }
            self.key = key;
        }
        set(&mut self.marks, state::marks(state, &self.picture));
        if let Some(draft) = &state.draft {
            if *self.title != *draft.scenario.title {
                self.title = draft.scenario.title.as_str().into();
            }
            set(&mut self.facts, facts(&draft.scenario, state.run.module));
            // The program first, then what it reads.
            let main = &draft.scenario.main;
            let others = draft.scenario.files.keys().filter(|path| *path != main);
            let files = std::iter::once(main)
                .chain(others)
                .map(|path| (path.clone(), state.file_edited(path)))
                .collect();
            set(&mut self.files, files);
            self.document.take(draft);
        }
        set(&mut self.library, library(state));
    }
}

/// Replaces a shared value if it is another one, so that components can tell by the pointer.
fn set<T: PartialEq>(place: &mut Rc<T>, value: T) {
    if **place != value {
        *place = Rc::new(value);
    }
}

fn console(recording: &Recording, mut known: Vec<ConsoleLine>) -> Vec<ConsoleLine> {
    let from = known.len();
    known.extend(
        (from..recording.outputs().len()).filter_map(|n| picture::console_line(recording, n)),
    );
    known
}

fn choices(recording: &Recording) -> Vec<EventIndex> {
    let events = recording.events(0);
    let open = events.filter(|(_, event)| matches!(event.kind, EventKind::Choice { .. }));
    open.map(|(index, _)| index).collect()
}

fn problems(recording: &Recording) -> Vec<Problem> {
    let problems = recording.problems().iter();
    problems
        .map(|problem| Problem {
            message: problem.message.clone(),
            hint: problem.hint.clone(),
            place: problem
                .place
                .as_ref()
                .map(|place| (place.path.clone(), place.span.line)),
            step: recording.step_of_event(problem.event),
            refused: problem.refused,
        })
        .collect()
}

fn facts(scenario: &Scenario, module: Option<(ModuleKind, ModuleReason)>) -> Vec<String> {
    let mut facts = vec![format!("Node {}", scenario.node.major())];
    let (kind, reason) = module.unwrap_or_else(|| by_name(scenario));
    let kind = match kind {
        ModuleKind::CommonJs => "CommonJS",
        ModuleKind::EsModule => "ES module",
    };
    facts.push(match reason {
        ModuleReason::Default => kind.to_owned(),
        reason => format!("{kind} {}", reason.words()),
    });
    for (operation, micros) in &scenario.world.latencies {
        facts.push(format!(
            "{operation}: {} ms",
            VirtualTime::from_micros(*micros)
        ));
    }
    facts
}

/// The module kind as far as the file's name tells, until the engine has said it.
fn by_name(scenario: &Scenario) -> (ModuleKind, ModuleReason) {
    match scenario.main.rsplit_once('.') {
        Some((_, "mjs")) => (ModuleKind::EsModule, ModuleReason::Extension),
        Some((_, "cjs")) => (ModuleKind::CommonJs, ModuleReason::Extension),
        _ => (ModuleKind::CommonJs, ModuleReason::Default),
    }
}

fn library(state: &State) -> Library {
    let first_line = |scenario: &Scenario| {
        let mut lines = scenario.program().lines().map(str::trim);
        lines
            .find(|line| !line.is_empty())
            .unwrap_or("")
            .chars()
            .take(60)
            .collect()
    };
    Library {
        scenarios: state
            .library
            .iter()
            .map(|entry| (entry.name.clone(), entry.title.clone()))
            .collect(),
        drafts: state
            .drafts
            .newest_first()
            .map(|record| {
                let title = match record.scenario.title.as_str() {
                    "" => "A program of your own",
                    title => title,
                };
                (record.id, title.to_owned(), first_line(&record.scenario))
            })
            .collect(),
    }
}

/// Whether a line of the console went to standard error.
pub fn is_error(line: &ConsoleLine) -> bool {
    line.stream == Stream::Stderr
}
