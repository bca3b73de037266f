//! The written forms of a trace: JSON for other tools (feature `json`), and lines of text. `TRACE.md` documents both.
//!
//! Both are made from the same list of named fields, so that they cannot say different things. Neither is read back:
//! the form that travels is the [`postcard`](https://docs.rs/postcard) form of [`Trace`](crate::Trace).

#[cfg(feature = "json")]
pub mod json;
pub mod text;
mod words;

use crate::event::{Ending, EventKind, Limit, Place, Stop};
use crate::handle::HandleId;
use crate::replay::Recording;
use crate::source::{FunctionId, FunctionKind, ProbeId};
use crate::task::{TaskId, Worker};
use crate::time::VirtualTime;
use words::{choice, handle_kind, kind, phase, queue, stop, stream};

/// The version of the JSON form. It changes when something is taken away or changes its meaning, not when something
/// is added.
pub const FORMAT: u32 = 1;

/// A named value of an event.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Task(TaskId),
    Tasks(Vec<TaskId>),
    Word(&'static str),
    Text(String),
    /// `main.js:3:5`.
    Place(String),
    Number(i64),
    Time(VirtualTime),
    Flag(bool),
    List(Vec<String>),
    Nothing,
}

/// What there is to say of an event besides its time, its cause and its name.
fn fields(recording: &Recording, event: &EventKind) -> Vec<(&'static str, Value)> {
    let at = |probe: ProbeId| ("at", probe_place(recording, Some(probe)));
    let function = |id| ("function", Value::Text(function_name(recording, id)));
    let task = |task: TaskId| ("task", Value::Task(task));
    match event {
        EventKind::Statement(probe) => vec![at(*probe)],
        EventKind::Repeated(probe, times) => vec![at(*probe), ("times", number(*times))],
        EventKind::Enter(id) | EventKind::Resume(id) => vec![function(*id)],
        EventKind::Leave | EventKind::Unwind => Vec::new(),
        EventKind::Suspend(probe) => vec![("at", probe_place(recording, *probe))],
        EventKind::Output { stream: to, text } => vec![
            ("stream", Value::Word(stream(*to))),
            ("text", Value::Text(text.clone())),
        ],
        EventKind::TaskCreated {
            task: id,
            kind: sort,
            label,
            site,
        } => vec![
            task(*id),
            ("kind", Value::Word(kind(*sort))),
            ("label", Value::Text(label.clone())),
            ("at", probe_place(recording, *site)),
        ],
        EventKind::TaskQueued { task: id, queue: q } => {
            vec![task(*id), ("queue", Value::Word(queue(*q)))]
        }
        EventKind::TaskIdentified {
            task: id,
            label,
            site,
        } => vec![
            task(*id),
            ("label", Value::Text(label.clone())),
            ("at", probe_place(recording, *site)),
        ],
        EventKind::TaskStarted { task: id, .. } | EventKind::TaskDropped { task: id } => {
            vec![task(*id)]
        }
        EventKind::TaskEnded { task: id, threw } => {
            vec![task(*id), ("threw", Value::Flag(*threw))]
        }
        EventKind::TimerArmed {
            task: id,
            delay,
            due,
            refed,
        } => vec![
            task(*id),
            ("delayMs", number(*delay)),
            ("dueMs", Value::Time(*due)),
            ("ref", Value::Flag(*refed)),
        ],
        EventKind::IoSubmitted {
            task: id,
            operation,
        } => vec![task(*id), ("operation", Value::Text(operation.clone()))],
        EventKind::IoStarted {
            task: id,
            worker: by,
            until,
        } => vec![task(*id), worker(*by), ("untilMs", Value::Time(*until))],
        EventKind::IoCompleted {
            task: id,
            worker: by,
        } => vec![task(*id), worker(*by)],
        EventKind::IterationStarted(iteration) => {
            vec![("iteration", Value::Number(i64::from(*iteration)))]
        }
        EventKind::PhaseEntered { phase: p, .. } => vec![("phase", Value::Word(phase(*p)))],
        EventKind::Checkpoint(q) => vec![("queue", Value::Word(queue(*q)))],
        EventKind::PollWait(until) => {
            vec![("untilMs", until.map_or(Value::Nothing, Value::Time))]
        }
        EventKind::Choice {
            kind: open,
            picked,
            others,
        } => vec![
            ("kind", Value::Word(choice(*open))),
            ("picked", picked.map_or(Value::Nothing, Value::Task)),
            ("others", Value::Tasks(others.clone())),
        ],
        EventKind::ProcessEvent(name) => vec![("name", Value::Text(name.clone()))],
        EventKind::Uncaught { message, place } => vec![
            ("message", Value::Text(message.clone())),
            ("at", place_value(place.as_ref())),
        ],
        EventKind::Ended(ending) => ended(ending),
        EventKind::HandleOpened {
            handle: id,
            kind: sort,
            label,
            site,
        } => vec![
            handle(*id),
            ("kind", Value::Word(handle_kind(*sort))),
            ("label", Value::Text(label.clone())),
            ("at", probe_place(recording, *site)),
        ],
        EventKind::HandleChanged {
            handle: id,
            label,
            peer,
        } => vec![
            handle(*id),
            ("label", Value::Text(label.clone())),
            (
                "peer",
                peer.map_or(Value::Nothing, |p| Value::Number(i64::from(p.0))),
            ),
        ],
        EventKind::HandleActive { handle: id, active } => {
            vec![handle(*id), ("active", Value::Flag(*active))]
        }
        EventKind::HandleClosed { handle: id } => vec![handle(*id)],
        EventKind::Stimulus(text) => vec![("text", Value::Text(text.clone()))],
    }
}

fn ended(ending: &Ending) -> Vec<(&'static str, Value)> {
    let way = |name| ("way", Value::Word(name));
    match ending {
        Ending::Exited(code) => vec![way("exited"), ("code", Value::Number(i64::from(*code)))],
        Ending::Waiting(handles) => vec![way("waiting"), ("for", Value::List(handles.clone()))],
        Ending::Paused(Limit::Events(events)) => {
            vec![way("paused"), ("eventLimit", number(*events))]
        }
        Ending::Paused(Limit::VirtualMillis(ms)) => {
            vec![way("paused"), ("timeLimitMs", number(*ms))]
        }
        Ending::Stopped(Stop {
            kind,
            message,
            hint,
            place,
        }) => vec![
            way("stopped"),
            ("kind", Value::Word(stop(*kind))),
            ("message", Value::Text(message.clone())),
            ("hint", Value::Text(hint.clone())),
            ("at", place_value(place.as_ref())),
        ],
    }
}

fn handle(handle: HandleId) -> (&'static str, Value) {
    ("handle", Value::Number(i64::from(handle.0)))
}

fn worker(worker: Worker) -> (&'static str, Value) {
    match worker {
        Worker::PoolThread(thread) => ("thread", Value::Number(i64::from(thread))),
        Worker::Kernel => ("worker", Value::Word("kernel")),
    }
}

fn number(number: u64) -> Value {
    Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn probe_place(recording: &Recording, probe: Option<ProbeId>) -> Value {
    match probe.and_then(|probe| recording.probe(probe)) {
        Some((source, probe)) => {
            let (line, column) = (probe.span.line, probe.span.column);
            Value::Place(format!("{}:{line}:{column}", source.path))
        }
        None => Value::Nothing,
    }
}

fn place_value(place: Option<&Place>) -> Value {
    match place {
        Some(Place { path, span }) => Value::Place(format!("{path}:{}:{}", span.line, span.column)),
        None => Value::Nothing,
    }
}

fn function_name(recording: &Recording, function: FunctionId) -> String {
    match recording.function(function) {
        Some((source, f)) if f.kind == FunctionKind::Program => source.path.clone(),
        Some((_, f)) => f.name.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests;
