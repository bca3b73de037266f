//! The call of a task, and its end.

use super::teller::{Said, Teller};
use super::timers;
use crate::picture::describe::count;
use crate::rule::RuleId;
use crate::task::{Phase, Queue, TaskId, TaskKind};

pub(super) fn started(t: &mut Teller<'_>, task: TaskId, rule: RuleId) -> Said {
    let kind = t.info(task).map_or(TaskKind::Main, |info| info.kind);
    match kind {
        TaskKind::Main => main(rule),
        TaskKind::Tick => tick(t, task),
        TaskKind::PromiseJob | TaskKind::Microtask => microtask(t, task, rule),
        TaskKind::Timeout | TaskKind::Interval => timers::fired(t, task),
        TaskKind::Immediate => immediate(t, task),
        TaskKind::Io => io(t, task),
        TaskKind::Close => close(t, task),
    }
    .by(rule)
}

fn main(rule: RuleId) -> Said {
    match rule {
        RuleId::ModuleBodyIsJob => {
            Said::new("The body of the ES module runs, inside a promise job.")
        }
        _ => Said::new(
            "The main program runs first, from top to bottom; the event loop has to wait.",
        ),
    }
}

fn tick(t: &mut Teller<'_>, task: TaskId) -> Said {
    let name = t.name(task);
    let but = match t.maker(task) {
        Some((_, TaskKind::Tick)) => ", as ticks of ticks belong to the same round",
        _ => "",
    };
    Said::new(match t.after.microtasks.len() {
        0 => format!("{name} is the next of the nextTick queue{but}."),
        n => format!(
            "{name} is the next of the nextTick queue, and ticks go before {}{but}.",
            the(n, "waiting microtask")
        ),
    })
}

fn microtask(t: &mut Teller<'_>, task: TaskId, rule: RuleId) -> Said {
    let name = t.name(task);
    Said::new(match (rule, t.after.ticks.len()) {
        (_, 0) => {
            format!("the nextTick queue is empty, and {name} is the next of the microtask queue.")
        }
        (RuleId::MicrotasksBeforeTicks, n) => format!(
            "{name} is the next microtask: the module's body is a promise job itself, so {} must wait.",
            the(n, "tick")
        ),
        (_, n) => format!(
            "{name} is the next microtask: the queue is emptied before {} that came meanwhile.",
            the(n, "tick")
        ),
    })
}

fn immediate(t: &mut Teller<'_>, task: TaskId) -> Said {
    let name = t.name(task);
    let said = Said::new(match t.maker(task) {
        Some((by, TaskKind::Io)) => {
            let by = t.name(by);
            format!(
                "the poll phase delivered {by}, which queued {name}; check comes next, so this immediate runs before any timer."
            )
        }
        Some((by, TaskKind::Timeout | TaskKind::Interval)) => {
            let by = t.name(by);
            format!(
                "{by} queued {name} in the timers phase; check comes before timers have their turn again."
            )
        }
        Some((by, TaskKind::Immediate)) => {
            let by = t.name(by);
            format!(
                "{by} queued {name} during a check phase that had begun, so it had to wait for this one."
            )
        }
        _ => format!("the check phase runs {name}, which was queued when the phase began."),
    });
    let waiting = t.after.timers_by_due();
    match waiting.first() {
        Some(&(timer, what)) => {
            let timer = t.name(timer);
            said.detail(format!(
                "{timer} waits as a timer: due at {} ms, and timers come after check.",
                what.due
            ))
        }
        None => said,
    }
}

fn io(t: &mut Teller<'_>, task: TaskId) -> Said {
    let name = t.name(task);
    let said = Said::new(format!(
        "the operation is done, and the poll phase calls the callback of {name}."
    ));
    match t.after.queue(Queue::Phase(Phase::Poll)).len() {
        0 => said,
        more => said.detail(format!(
            "{} behind it, in the order in which the operations were done.",
            match more {
                1 => "One more waits".to_owned(),
                _ => format!("{more} more wait"),
            }
        )),
    }
}

fn close(t: &mut Teller<'_>, task: TaskId) -> Said {
    let name = t.name(task);
    Said::new(format!(
        "the handle is closed, and {name} runs in the last phase of the iteration."
    ))
}

pub(super) fn ended(t: &mut Teller<'_>, task: TaskId, threw: bool) -> Said {
    let name = t.name(task);
    let how = match threw {
        true => "is left by an exception",
        false => "is over",
    };
    let rule = drain_rule(t, task, threw);
    let next = match (t.after.ticks.len(), t.after.microtasks.len()) {
        (0, 0) if task == TaskId::MAIN => Some("The event loop comes next.".to_owned()),
        (0, 0) => None,
        (ticks, 0) => Some(waits(&count(ticks, "tick"), ticks, rule)),
        (0, microtasks) => Some(waits(&count(microtasks, "microtask"), microtasks, rule)),
        (ticks, microtasks) => {
            let what = format!(
                "{} and {}",
                count(ticks, "tick"),
                count(microtasks, "microtask")
            );
            Some(waits(&what, ticks + microtasks, rule))
        }
    };
    let said = Said::new(match t.after.stack.is_empty() {
        true => format!("{name} {how}: the call stack is empty."),
        false => format!("{name} {how}."),
    });
    match next {
        Some(next) => said.detail(next).by(rule),
        None => said,
    }
}

/// When the queues are emptied next after this task.
fn drain_rule(t: &Teller<'_>, task: TaskId, threw: bool) -> RuleId {
    let major = t.recording.scenario().node.major();
    match t.info(task).map_or(TaskKind::Main, |info| info.kind) {
        TaskKind::Timeout | TaskKind::Interval | TaskKind::Immediate if major < 11 => {
            RuleId::DrainAfterBatch
        }
        TaskKind::PromiseJob | TaskKind::Microtask => RuleId::DrainAfterEach,
        TaskKind::Main if major >= 12 => RuleId::DrainAfterEach,
        _ if threw => RuleId::DrainAfterThrow,
        _ => RuleId::DrainAfterEach,
    }
}

fn waits(what: &str, number: usize, rule: RuleId) -> String {
    let waits = if number == 1 { "waits" } else { "wait" };
    let until = match rule {
        RuleId::DrainAfterEach => ", and both queues are emptied before the next callback",
        _ => " until the queues are emptied, which is not now",
    };
    format!("{what} {waits}{until}.")
}

/// `the tick`, `the 2 ticks`.
fn the(number: usize, noun: &str) -> String {
    match number {
        1 => format!("the {noun}"),
        _ => format!("the {}", count(number, noun)),
    }
}
