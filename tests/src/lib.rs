//! What the tests of whole runs share: running a program on the engine, and what it printed.
//!
//! The tests themselves are beside this folder: `conformance.rs` (recordings of real Node), `laws.rs` (what holds for
//! every run), `same_bytes.rs` (native against Wasm), `browser/` (the built page in Chromium).
//!
//! *Limitations.* Standard error is not compared with Node's.

pub mod bombs;
pub mod races;

use loopscope_engine::{NoDisk, record_draws, record_trace};
use loopscope_model::event::{Ending, Place, Stream};
use loopscope_model::scenario::front_matter;
use loopscope_model::{EventKind, Scenario, Trace};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The engine calls itself for nested calls: more than a test's thread has.
const STACK: usize = 256 * 1024 * 1024;

/// What a process leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Standard output.
    pub stdout: String,
    /// The exit code; for a run that did not end by itself, how it ended.
    pub end: Result<i32, String>,
}

/// A scenario of one program under this name.
pub fn scenario(name: &str, text: &str) -> Scenario {
    let mut scenario = Scenario::of_program("");
    scenario.files.clear();
    scenario.main = name.to_owned();
    scenario.files.insert(name.to_owned(), text.to_owned());
    // The head stays in the text, where Node sees a comment; what it says of the outside counts.
    if let Ok(head) = front_matter::parse(name, text) {
        scenario.outside = head.outside;
    }
    scenario
}

/// Records a scenario, on a stack that is large enough.
///
/// # Panics
/// If the engine does: then the test that asked fails.
pub fn record(scenario: &Scenario) -> Trace {
    on_large_stack(|| record_trace(scenario))
}

/// Does what needs more stack than a test's thread has.
///
/// # Panics
/// If `work` does.
pub fn on_large_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work)
            .expect("a thread can be started")
            .join()
            .expect("the engine does not panic")
    })
}

/// Records a scenario without looking for choices: enough where many schedules are tried.
///
/// # Panics
/// If the engine does.
pub fn record_quickly(scenario: &Scenario) -> Trace {
    on_large_stack(|| record_draws(scenario, Box::new(NoDisk)).0)
}

/// What the recorded process left behind.
pub fn outcome(trace: &Trace) -> Outcome {
    let mut stdout = String::new();
    let mut end = Err("no end was recorded".to_owned());
    for event in &trace.events {
        match &event.kind {
            EventKind::Output {
                stream: Stream::Stdout,
                text,
            } => stdout.push_str(text),
            EventKind::Ended(Ending::Exited(code)) => end = Ok(*code),
            EventKind::Ended(Ending::Stopped(stop)) => end = Err(stop.message.clone()),
            EventKind::Ended(other) => end = Err(format!("{other:?}")),
            _ => {}
        }
    }
    Outcome { stdout, end }
}

/// The programs in a folder, by name.
///
/// # Panics
/// If the folder cannot be read.
pub fn programs(folder: &Path) -> Vec<PathBuf> {
    let mut programs: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the recordings are in the repository")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "js" || extension == "mjs")
        })
        .collect();
    programs.sort();
    programs
}

/// `NAME: REASON` a line.
pub fn list(path: &Path) -> BTreeMap<String, String> {
    fs::read_to_string(path)
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, reason)| (name.to_owned(), reason.to_owned()))
        .collect()
}

fn place(place: Option<&Place>) -> String {
    place.map_or(String::new(), |place| {
        format!(" at {}:{}", place.span.line, place.span.column)
    })
}

/// What was printed, errors that nothing caught, and the end, a line each.
pub fn tell(trace: &Trace) -> String {
    let mut told = String::new();
    for event in &trace.events {
        let line = match &event.kind {
            EventKind::Output { stream, text } if !text.contains("Node.js v") => {
                format!("{stream:?}: {text}")
            }
            EventKind::Uncaught { message, place: at } => {
                format!("uncaught: {message}{}\n", place(at.as_ref()))
            }
            EventKind::Ended(Ending::Exited(code)) => format!("exited {code}\n"),
            EventKind::Ended(Ending::Paused(limit)) => format!("paused: {limit:?}\n"),
            EventKind::Ended(Ending::Stopped(stop)) => {
                format!("stopped: {}{}\n", stop.message, place(stop.place.as_ref()))
            }
            EventKind::Ended(other) => format!("{other:?}\n"),
            _ => continue,
        };
        told.push_str(&line);
    }
    told
}
