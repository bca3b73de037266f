//! Steps of the loop itself: phases, waiting, and what is emptied between two callbacks.

use super::teller::{Said, Teller};
use crate::event::EventKind;
use crate::picture::describe::count;
use crate::picture::operation_name;
use crate::replay::Operation;
use crate::rule::RuleId;
use crate::task::{Phase, Queue, TaskId};
use crate::time::VirtualTime;

pub(super) fn iteration(number: u32) -> Said {
    Said::new(format!("iteration {number} of the event loop begins.")).by(RuleId::PhaseOrder)
}

/// A phase is entered, perhaps after others in which there was nothing to do.
pub(super) fn entered(t: &mut Teller<'_>, phase: Phase, rule: RuleId) -> Said {
    let passed: Vec<&str> = (t.events.iter())
        .filter_map(|(_, event)| match event.kind {
            EventKind::PhaseEntered { phase, .. } => Some(phase.name()),
            _ => None,
        })
        .collect();
    let said = match phase {
        Phase::Timers => timers(t, rule).by(rule),
        Phase::Pending => pending(t).by(rule),
        Phase::IdlePrepare => {
            Said::new("idle and prepare are libuv's own: no JavaScript runs in them.").by(rule)
        }
        Phase::Poll => poll(t, rule),
        Phase::Check => check(t).by(rule),
        Phase::Close => close(t).by(rule),
    };
    match passed.as_slice() {
        [before @ .., _] if !before.is_empty() => said.detail(format!(
            "Before it the loop passed through phases that had nothing to do: {}.",
            before.join("; ")
        )),
        _ => said,
    }
}

fn timers(t: &mut Teller<'_>, rule: RuleId) -> Said {
    let begins = match (rule, t.after.iteration == t.before.iteration) {
        (RuleId::TimersBeforeLoop, _) => "the event loop begins with the timers phase".to_owned(),
        (_, true) => "the timers phase is next".to_owned(),
        (_, false) => format!(
            "iteration {} begins with the timers phase",
            t.after.iteration
        ),
    };
    let due = queued(t);
    if !due.is_empty() {
        let names = t.names(&due);
        let are = if due.len() == 1 { "is" } else { "are" };
        let now = t.after.now;
        return Said::new(format!("{begins}: it is {now} ms, and {names} {are} due."));
    }
    let first = t.after.timers_by_due().first().copied();
    Said::new(match first {
        None => format!("{begins}; no timer waits."),
        Some((task, timer)) if timer.due <= t.after.now => {
            let name = t.name(task);
            format!("{begins}: {name} was due at {} ms.", timer.due)
        }
        Some((task, timer)) => {
            let name = t.name(task);
            format!(
                "{begins}, but nothing is due: {name} waits until {} ms, and it is {} ms.",
                timer.due, t.after.now
            )
        }
    })
}

fn pending(t: &mut Teller<'_>) -> Said {
    Said::new(match queue(t, Phase::Pending) {
        0 => "the pending callbacks phase has nothing to do.".to_owned(),
        n => format!("the pending callbacks phase has {}.", count(n, "callback")),
    })
    .detail(
        "It is for a few deferred system callbacks, such as a refused connection on some systems.",
    )
}

fn poll(t: &mut Teller<'_>, rule: RuleId) -> Said {
    if rule == RuleId::ModuleBodyInPoll {
        return Said::new("the module's text has come, and the poll phase delivers it.").by(rule);
    }
    let ready: Vec<TaskId> = t
        .after
        .queue(Queue::Phase(Phase::Poll))
        .iter()
        .copied()
        .collect();
    let immediates = queue(t, Phase::Check);
    let under_way = t.after.pool.len() + t.after.pool_line.len() + t.after.kernel.len();
    if !ready.is_empty() {
        let names = t.names(&ready);
        let are = if ready.len() == 1 { "is" } else { "are" };
        return Said::new(format!(
            "the poll phase finds what is completed: {names} {are} next."
        ))
        .by(RuleId::PollDelivers);
    }
    if immediates > 0 {
        return Said::new(format!(
            "the poll phase has nothing to deliver, and does not wait: {} in the check queue.",
            match immediates {
                1 => "an immediate is".to_owned(),
                n => format!("{n} immediates are"),
            }
        ))
        .by(RuleId::PollDoesNotWait);
    }
    match (under_way, t.after.timers.is_empty()) {
        (0, true) => Said::new("the poll phase has nothing to deliver and nothing to wait for."),
        (0, false) => Said::new("the poll phase has nothing to deliver; timers still wait."),
        (n, _) => Said::new(format!(
            "the poll phase has nothing to deliver yet: {} under way.",
            count(n, "operation")
        )),
    }
    .by(rule)
}

fn check(t: &mut Teller<'_>) -> Said {
    let queued: Vec<TaskId> = t
        .after
        .queue(Queue::Phase(Phase::Check))
        .iter()
        .copied()
        .collect();
    let names = t.names(&queued);
    Said::new(match queued.len() {
        0 => "the check phase has nothing to do: no immediate is queued.".to_owned(),
        _ => format!("the check phase runs the immediates that are queued now: {names}."),
    })
}

fn close(t: &mut Teller<'_>) -> Said {
    Said::new(match queue(t, Phase::Close) {
        0 => "the close callbacks phase has nothing to do: no handle was closed.".to_owned(),
        n => format!(
            "the close callbacks phase ends the iteration: {}.",
            count(n, "callback")
        ),
    })
}

pub(super) fn checkpoint(t: &mut Teller<'_>, queue: Queue) -> Said {
    let (ticks, microtasks) = (t.after.ticks.len(), t.after.microtasks.len());
    match queue {
        Queue::Ticks => Said::new(format!(
            "{} the nextTick queue is emptied, with {} in it.",
            now(t),
            count(ticks, "tick")
        ))
        .by(RuleId::TicksFirst),
        Queue::Microtasks => Said::new(format!(
            "{} the microtask queue is emptied, with {} in it.",
            now(t),
            count(microtasks, "microtask")
        ))
        .by(RuleId::MicrotasksInOrder),
        Queue::Phase(phase) => Said::new(format!(
            "the queue of the phase {} is emptied.",
            phase.name()
        )),
    }
}

fn now(t: &Teller<'_>) -> &'static str {
    match (t.after.iteration, t.before.draining) {
        (_, Some(Queue::Ticks)) => "no tick is left, so",
        (_, Some(_)) => "no microtask is left, so",
        (0, None) => "the main program is done:",
        (_, None) => "before the next callback",
    }
}

pub(super) fn wait(t: &mut Teller<'_>, until: Option<VirtualTime>) -> Said {
    let timer = t.after.timers_by_due().first().copied();
    let find = |o: &&Operation| o.until.is_some() && o.until == until;
    let operation = t
        .after
        .pool
        .values()
        .chain(&t.after.kernel)
        .find(find)
        .copied();
    let sentence = match (until, operation, timer) {
        (Some(until), Some(operation), _) => {
            let what = operation_name(t.recording, &operation);
            let name = t.name(operation.task);
            format!("there is nothing to run, so the loop sleeps in its poll phase until `{what}` for {name} is done, at {until} ms.")
        }
        (Some(until), None, Some((task, timer))) if timer.due <= until => {
            let name = t.name(task);
            format!("there is nothing to run, so the loop sleeps in its poll phase until {name} is due, at {until} ms.")
        }
        (Some(until), ..) => {
            format!("there is nothing to run, so the loop sleeps in its poll phase until {until} ms.")
        }
        (None, ..) => "there is nothing to run and no timer is set: the loop sleeps until an operation is done.".to_owned(),
    };
    Said::new(sentence).by(RuleId::PollWaits)
}

/// The tasks that are queued in this step, in their order.
pub(super) fn queued(t: &Teller<'_>) -> Vec<TaskId> {
    let tasks = t.events.iter().filter_map(|(_, event)| match event.kind {
        EventKind::TaskQueued { task, .. } => Some(task),
        _ => None,
    });
    tasks.collect()
}

fn queue(t: &Teller<'_>, phase: Phase) -> usize {
    t.after.queue(Queue::Phase(phase)).len()
}
