//! Timers: set, due, called.

use super::teller::{Said, Teller};
use crate::rule::RuleId;
use crate::task::{TaskId, TaskKind};
use crate::time::VirtualTime;

/// A timer is created and set.
pub(super) fn created(t: &mut Teller<'_>, task: TaskId) -> Said {
    let name = t.name(task);
    let Some(&timer) = t.after.timers.get(&task) else {
        return Said::new(format!("{name} is made, and waits to be set."));
    };
    let unit = millis(timer.delay);
    let again = match t.info(task).map(|info| info.kind) {
        Some(TaskKind::Interval) => ", and again after each call",
        _ => "",
    };
    let said = Said::new(format!(
        "{name} is set to {unit}: it can run at {} ms at the earliest{again}.",
        timer.due
    ));
    said.detail("Nobody works on a timer: it waits in a list until the timers phase finds it due.")
}

/// A timer is set again.
pub(super) fn armed(t: &mut Teller<'_>, task: TaskId, delay: u64, due: VirtualTime) -> Said {
    let name = t.name(task);
    let kind = t.info(task).map(|info| info.kind);
    Said::new(match kind {
        Some(TaskKind::Interval) => format!(
            "{name} is set again: {} after the last call began, at {due} ms.",
            millis(delay)
        ),
        _ => format!("{name} starts its time again: it is due at {due} ms."),
    })
}

/// Timers are due and queued.
pub(super) fn due(t: &mut Teller<'_>, tasks: &[TaskId]) -> Said {
    let names = t.names(tasks);
    let are = if tasks.len() == 1 { "is" } else { "are" };
    Said::new(format!(
        "it is {} ms, and {names} {are} due: the timers phase will call {}.",
        t.after.now,
        match tasks.len() {
            1 => "it",
            _ => "them in this order",
        }
    ))
    .by(RuleId::TimerOrder)
}

/// A timer's callback is called.
pub(super) fn fired(t: &mut Teller<'_>, task: TaskId) -> Said {
    let name = t.name(task);
    let Some((due, delay)) = t.due(task) else {
        return Said::new(format!("the timers phase finds {name} due and calls it."));
    };
    let now = t.after.now;
    let late = now.since(due);
    if late < VirtualTime::from_millis(1) {
        return Said::new(format!(
            "{name} was set to {}, and that time is over: the timers phase calls it.",
            millis(delay)
        ));
    }
    Said::new(format!(
        "{name} was due at {due} ms, and it is {now} ms now: the timers phase could not come earlier.",
    ))
    .detail(format!(
        "A delay is a minimum. This one asked for {} and is {late} ms late, because callbacks are called one at a time.",
        millis(delay)
    ))
}

fn millis(delay: u64) -> String {
    format!("{delay} ms")
}
