//! Tasks on their way: made, queued, worked on, dropped.

use super::phases::queued as queued_tasks;
use super::teller::{Said, Teller};
use super::timers;
use crate::event::EventKind;
use crate::picture::describe::{count, queue_name};
use crate::picture::operation_name;
use crate::replay::{Operation, Stage};
use crate::rule::RuleId;
use crate::task::{Phase, Queue, TaskId, TaskKind, Worker};
use crate::time::VirtualTime;

pub(super) fn created(t: &mut Teller<'_>, task: TaskId, kind: TaskKind) -> Said {
    match kind {
        TaskKind::Main => {
            Said::new("The process starts: the main program is ready to run.").by(RuleId::MainFirst)
        }
        TaskKind::Timeout | TaskKind::Interval => timers::created(t, task),
        TaskKind::Io => io_created(t, task),
        TaskKind::Tick => {
            let name = t.name(task);
            Said::new(match t.in_microtask() {
                true => format!(
                    "{name} joins the nextTick queue: a promise job is running, so all microtasks come first."
                ),
                false => format!(
                    "{name} joins the nextTick queue: it runs as soon as {} is done, before any promise job.",
                    running(t)
                ),
            })
            .by(RuleId::TicksFirst)
        }
        TaskKind::Immediate => {
            let name = t.name(task);
            Said::new(match t.after.phase {
                Some(Phase::Check) => format!(
                    "{name} joins the check queue; this check phase has begun, so it waits for the next one."
                ),
                _ => format!("{name} joins the check queue: it runs once the poll phase is over."),
            })
            .by(RuleId::ImmediateSnapshot)
        }
        TaskKind::Close => {
            let name = t.name(task);
            Said::new(format!(
                "{name} waits for the close callbacks phase of this iteration."
            ))
            .by(RuleId::CloseCallbacks)
        }
        TaskKind::PromiseJob | TaskKind::Microtask => microtask(t, task, kind),
    }
}

fn microtask(t: &mut Teller<'_>, task: TaskId, kind: TaskKind) -> Said {
    let name = t.name(task);
    let Some(place) = t.after.microtasks.iter().position(|&m| m == task) else {
        return Said::new(format!("{name} waits for its promise to be settled."));
    };
    let why = match kind {
        TaskKind::Microtask => "",
        _ => "the promise is settled: ",
    };
    let behind = match place {
        0 => String::new(),
        ahead => format!(", behind {}", count(ahead, "other")),
    };
    Said::new(format!("{why}{name} joins the microtask queue{behind}."))
        .by(RuleId::MicrotasksInOrder)
}

fn io_created(t: &mut Teller<'_>, task: TaskId) -> Said {
    let name = t.name(task);
    let find = |o: &&Operation| o.task == task;
    if let Some((thread, operation)) = t.after.pool.iter().find(|(_, o)| o.task == task) {
        let what = operation_name(t.recording, operation);
        let until = operation.until.unwrap_or_default();
        return Said::new(format!(
            "thread {} of the pool takes `{what}`, and JavaScript goes on meanwhile; the callback of {name} is called when that is done.",
            thread + 1
        ))
        .detail(format!("The thread needs until {until} ms."))
        .by(RuleId::PoolInOrder);
    }
    if let Some(operation) = t.after.kernel.iter().find(find) {
        let what = operation_name(t.recording, operation);
        return Said::new(format!(
            "the kernel takes `{what}`, and JavaScript goes on meanwhile; the callback of {name} is called when that is done."
        ));
    }
    match t.after.pool_line.iter().find(find) {
        Some(operation) => {
            let what = operation_name(t.recording, operation);
            let busy = t.after.pool.len();
            Said::new(format!(
                "`{what}` waits for a thread of the pool: {} busy; the callback of {name} is called when that is done.",
                if busy == 1 { "the one is".to_owned() } else { format!("all {busy} are") }
            ))
            .by(RuleId::PoolInOrder)
        }
        None => Said::new(format!(
            "the callback of {name} is called when its operation is done."
        )),
    }
}

/// Tasks that were made before are queued now.
pub(super) fn queued(t: &mut Teller<'_>, queue: Queue) -> Said {
    let tasks = queued_tasks(t);
    if queue == Queue::Phase(Phase::Timers) {
        return timers::due(t, &tasks);
    }
    let names = t.names(&tasks);
    let (join, their) = match tasks.len() {
        1 => ("joins", "its"),
        _ => ("join", "their"),
    };
    let kind = tasks.first().and_then(|&task| t.info(task)).map(|i| i.kind);
    match (queue, kind) {
        (Queue::Microtasks, Some(TaskKind::PromiseJob)) => Said::new(format!(
            "{their} promise is settled, so {names} {join} the microtask queue."
        ))
        .by(RuleId::MicrotasksInOrder),
        (Queue::Phase(Phase::Poll), _) => Said::new(format!(
            "the operation of {names} is done: the poll phase will call {their} callback."
        ))
        .by(RuleId::PollDelivers),
        (Queue::Phase(phase), _) => Said::new(format!(
            "nothing but {their} turn keeps {names} from running: it comes in the phase {}.",
            phase.name()
        )),
        _ => Said::new(format!("{names} {join} the {}.", queue_name(queue))),
    }
}

pub(super) fn identified(t: &mut Teller<'_>, task: TaskId) -> Said {
    let name = t.name(task);
    Said::new(format!("it is known now that this task is {name}."))
}

pub(super) fn dropped(t: &mut Teller<'_>) -> Said {
    let tasks: Vec<TaskId> = t
        .events
        .iter()
        .filter_map(|(_, event)| match event.kind {
            EventKind::TaskDropped { task } => Some(task),
            _ => None,
        })
        .collect();
    let names = t.names(&tasks);
    let will = match tasks.len() {
        1 => "it will not run",
        _ => "they will not run",
    };
    let are = if tasks.len() == 1 { "is" } else { "are" };
    Said::new(match (t.after.stage, t.before.current()) {
        (Stage::Exit | Stage::Ended, _) => format!("the process ends without {names}: {will}."),
        (_, Some(_)) => format!("{names} {are} cleared: {will}."),
        (_, None) => format!("{names} {are} given up: {will}."),
    })
}

/// The next round trip of an operation.
pub(super) fn submitted(t: &mut Teller<'_>, task: TaskId, operation: &str) -> Said {
    let name = t.name(task);
    let thread = t.after.pool.iter().find(|(_, o)| o.task == task);
    let where_to = match thread {
        Some((thread, _)) => format!("thread {} takes it", thread + 1),
        None => "it waits for a thread".to_owned(),
    };
    Said::new(format!(
        "{name} needs another trip through the thread pool, `{operation}`: {where_to}."
    ))
    .by(RuleId::SeveralTrips)
}

pub(super) fn begun(t: &mut Teller<'_>, task: TaskId, worker: Worker, until: VirtualTime) -> Said {
    let name = t.name(task);
    let said = match worker {
        Worker::PoolThread(thread) => Said::new(format!(
            "thread {} is free and takes the next of the line, the operation of {name}.",
            thread + 1
        ))
        .by(RuleId::PoolInOrder),
        Worker::Kernel => Said::new(format!("the kernel begins with the operation of {name}.")),
    };
    said.detail(format!("It needs until {until} ms."))
}

pub(super) fn completed(t: &mut Teller<'_>, task: TaskId, worker: Worker) -> Said {
    let name = t.name(task);
    let (who, operation) = match worker {
        Worker::PoolThread(thread) => {
            (format!("thread {}", thread + 1), t.before.pool.get(&thread))
        }
        Worker::Kernel => {
            let operation = t.before.kernel.iter().find(|o| o.task == task);
            ("the kernel".to_owned(), operation)
        }
    };
    let what = match operation.filter(|o| o.task == task) {
        Some(operation) => format!("`{}`", operation_name(t.recording, operation)),
        None => "its work".to_owned(),
    };
    let said = Said::new(format!(
        "{who} is done with {what} for {name}; the loop learns of it in its poll phase."
    ))
    .by(RuleId::PollDelivers);
    match t.after.current() {
        Some(_) => said.detail("JavaScript is running, and nothing interrupts it."),
        None => said,
    }
}

/// What is running, for a sentence in which it is about to be done.
fn running(t: &Teller<'_>) -> &'static str {
    match t.before.current() {
        Some(TaskId::MAIN) => "the main program",
        Some(_) => "the running callback",
        None => "what is running",
    }
}
