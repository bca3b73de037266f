//! What the tests of whole runs share: running a program on the engine, and what it printed.
//!
//! The tests themselves are beside this folder: `conformance.rs` (recordings of real Node), `laws.rs` (what holds for
//! every run), `same_bytes.rs` (native against Wasm), `browser/` (the built page in Chromium).
//!
//! *Limitations.* Standard error is not compared with Node's.

use loopscope_engine::record_trace;
use loopscope_model::event::{Ending, Place, Stream};
use loopscope_model::{EventKind, Scenario, Trace};

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
    scenario
}

/// Records a scenario, on a stack that is large enough.
///
/// # Panics
/// If the engine does: then the test that asked fails.
pub fn record(scenario: &Scenario) -> Trace {
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || record_trace(scenario))
            .expect("a thread can be started")
            .join()
            .expect("the engine does not panic")
    })
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
