//! The few words that stand beside parts of a picture.

use super::{EndingTone, EndingView};
use crate::event::{Ending, Limit, StopKind};
use crate::replay::{LoopState, Stage};
use crate::task::{Phase, Queue, TaskId};

/// How far the process has come, in a few words.
pub(super) fn stage_text(state: &LoopState) -> String {
    match state.stage {
        Stage::BeforeStart => "before the start".to_owned(),
        Stage::Exit => "exit: only synchronous code runs".to_owned(),
        Stage::Ended => "the run is over".to_owned(),
        Stage::Main => match state.draining {
            _ if state.current() == Some(TaskId::MAIN) => "main program".to_owned(),
            Some(queue) => format!("after the main program: {}", queue_name(queue)),
            None => "after the main program".to_owned(),
        },
        Stage::Loop => match (state.phase, state.draining) {
            (None, None) => "the loop has nothing left to do".to_owned(),
            (None, Some(queue)) => queue_name(queue).to_owned(),
            (Some(phase), None) => format!("iteration {}: {}", state.iteration, phase.name()),
            (Some(phase), Some(queue)) => format!(
                "iteration {}: {}, between two callbacks: {}",
                state.iteration,
                phase.name(),
                queue_name(queue)
            ),
        },
    }
}

/// The name of a queue.
pub(crate) const fn queue_name(queue: Queue) -> &'static str {
    match queue {
        Queue::Ticks => "nextTick queue",
        Queue::Microtasks => "microtask queue",
        Queue::Phase(phase) => phase.name(),
    }
}

/// What stands beside a phase.
pub(super) fn phase_note(state: &LoopState, phase: Phase) -> String {
    let queued = state.queue(Queue::Phase(phase)).len();
    let under_way = state.pool.len() + state.pool_line.len() + state.kernel.len();
    match phase {
        Phase::IdlePrepare => "internal to libuv".to_owned(),
        Phase::Poll if state.waiting.is_some() => waiting_note(state),
        _ if queued > 0 => count(queued, "callback"),
        _ if state.phase == Some(phase) && state.current().is_some() => {
            "a callback runs".to_owned()
        }
        Phase::Timers => match state.timers.values().map(|t| t.due).min() {
            Some(due) => format!("next timer at {due} ms"),
            None => "empty".to_owned(),
        },
        Phase::Poll if under_way > 0 => format!("{} under way", count(under_way, "operation")),
        _ => "empty".to_owned(),
    }
}

fn waiting_note(state: &LoopState) -> String {
    match state.waiting.flatten() {
        Some(until) => format!("waits until {until} ms"),
        None => "waits for I/O".to_owned(),
    }
}

/// `1 callback`, `2 callbacks`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

/// How the run ended, for people.
pub(super) fn ending(ending: &Ending) -> EndingView {
    let (tone, headline, detail) = match ending {
        Ending::Exited(0) => (EndingTone::Success, "exit code 0".to_owned(), String::new()),
        Ending::Exited(code) => (
            EndingTone::Failure,
            format!("exit code {code}"),
            String::new(),
        ),
        Ending::Waiting(handles) => (
            EndingTone::Waiting,
            "waiting".to_owned(),
            format!(
                "The process would wait for something from outside: {}.",
                handles.join(", ")
            ),
        ),
        Ending::Paused(limit) => (
            EndingTone::Paused,
            "paused at a limit".to_owned(),
            match limit {
                Limit::Events(events) => format!("{events} events are recorded."),
                Limit::VirtualMillis(ms) => format!("{ms} ms of virtual time are recorded."),
            },
        ),
        Ending::Stopped(stop) => {
            let headline = match stop.kind {
                StopKind::Refused => "stopped: not modelled",
                StopKind::Bomb => "stopped: a bound was passed",
            };
            let detail = match stop.hint.as_str() {
                "" => stop.message.clone(),
                hint => format!("{}: {hint}", stop.message),
            };
            (EndingTone::Stopped, headline.to_owned(), detail)
        }
    };
    EndingView {
        tone,
        headline,
        detail,
    }
}
