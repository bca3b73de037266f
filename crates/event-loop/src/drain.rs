//! What happens between two callbacks: the nextTick queue and the microtask queue are emptied (section 2).

use crate::event_loop::EventLoop;
use crate::host::{Completion, Halt, Host};
use crate::run::call;
use loopscope_model::{EventKind, Queue, RuleId, TaskId};

impl EventLoop {
    /// Appends to the nextTick queue (2.1).
    pub fn next_tick(&mut self, task: TaskId) {
        self.ticks.push_back(task);
        self.queued(task, Queue::Ticks);
    }

    /// Appends to the microtask queue (2.2).
    pub fn enqueue_microtask(&mut self, task: TaskId) {
        self.microtasks.push_back(task);
        self.queued(task, Queue::Microtasks);
    }

    /// Queues a promise job before those that wait: for a turn that an interpreter takes and the language does not know.
    pub fn enqueue_first_microtask(&mut self, task: TaskId) {
        self.microtasks.push_front(task);
        self.queued(task, Queue::Microtasks);
    }
}

/// Empties both queues after a callback, as leaving Node's `InternalCallbackScope` does.
///
/// If no tick is queued, microtasks run first and only then the ticks that they queued (section 0). An exception in a
/// tick that a listener took ends the drain: the rest waits for the next one (2.6).
///
/// # Errors
/// [`Halt`] if a callback ended the process.
pub fn drain<H: Host>(host: &mut H) -> Result<Completion, Halt> {
    if host.event_loop().ticks.is_empty() {
        run_microtasks(host, RuleId::MicrotasksInOrder)?;
    }
    if host.event_loop().ticks.is_empty() && !host.has_rejections() {
        return Ok(Completion::Normal);
    }
    process_ticks_and_rejections(host)
}

fn process_ticks_and_rejections<H: Host>(host: &mut H) -> Result<Completion, Halt> {
    loop {
        checkpoint(host, Queue::Ticks);
        while let Some(tick) = take(host, Queue::Ticks) {
            if call(host, tick, RuleId::TicksFirst)? == Completion::Threw {
                return Ok(Completion::Threw);
            }
        }
        run_microtasks(host, RuleId::MicrotasksInOrder)?;
        if !host.event_loop().ticks.is_empty() {
            continue;
        }
        match host.process_rejections()? {
            Some(Completion::Normal) => {}
            Some(Completion::Threw) => return Ok(Completion::Threw),
            None => return Ok(Completion::Normal),
        }
    }
}

/// Empties the microtask queue. An exception that a listener took does not end it (2.5).
///
/// # Errors
/// [`Halt`] if a microtask ended the process.
pub fn run_microtasks<H: Host>(host: &mut H, rule: RuleId) -> Result<(), Halt> {
    checkpoint(host, Queue::Microtasks);
    while let Some(microtask) = take(host, Queue::Microtasks) {
        call(host, microtask, rule)?;
    }
    Ok(())
}

fn take<H: Host>(host: &mut H, queue: Queue) -> Option<loopscope_model::TaskId> {
    let mut event_loop = host.event_loop();
    match queue {
        Queue::Ticks => event_loop.ticks.pop_front(),
        _ => event_loop.microtasks.pop_front(),
    }
}

/// Records that a queue is about to be emptied, if there is something in it.
fn checkpoint<H: Host>(host: &mut H, queue: Queue) {
    let mut event_loop = host.event_loop();
    let empty = match queue {
        Queue::Ticks => event_loop.ticks.is_empty(),
        _ => event_loop.microtasks.is_empty(),
    };
    if !empty {
        event_loop.record(EventKind::Checkpoint(queue));
    }
}
