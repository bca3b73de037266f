//! The state of process and loop between two events.

use crate::event::{Ending, EventIndex};
use crate::handle::{HandleId, HandleKind};
use crate::source::{FunctionId, ProbeId};
use crate::task::{Phase, Queue, TaskId};
use crate::time::VirtualTime;
use litemap::LiteMap;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

/// How far the process has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Stage {
    /// Nothing has run yet.
    #[default]
    BeforeStart,
    /// The main program and what it queued for right after it.
    Main,
    /// The event loop.
    Loop,
    /// The `exit` event is emitted: only synchronous code runs.
    Exit,
    /// The run is over.
    Ended,
}

/// What is true between two events: a pure fold of the events before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LoopState {
    /// How many events were folded: the index of the next one.
    pub events: EventIndex,
    /// The virtual clock.
    pub now: VirtualTime,
    /// How far the process has come.
    pub stage: Stage,
    /// The iteration of the loop, from 1; 0 before the loop.
    pub iteration: u32,
    /// The phase that the loop is in.
    pub phase: Option<Phase>,
    /// The queue that is being emptied.
    pub draining: Option<Queue>,
    /// How many callbacks of the nextTick and microtask queues have run since anything else did.
    pub in_a_row: u32,
    /// The loop waits in its poll phase: until the time that is given, or until an operation is done.
    pub waiting: Option<Option<VirtualTime>>,
    /// The call stack, outermost frame first.
    pub stack: Vec<Frame>,
    /// Tasks that have been called and not returned, outermost first. The last one runs.
    pub running: Vec<Running>,
    /// Tasks that exist and wait for something that is neither a timer nor an operation: a promise to settle.
    pub pending: LiteMap<TaskId, ()>,
    /// The nextTick queue, the next one first.
    pub ticks: VecDeque<TaskId>,
    /// The microtask queue, the next one first.
    pub microtasks: VecDeque<TaskId>,
    /// The queues of the phases, in the order of [`Phase::ALL`].
    pub phases: [VecDeque<TaskId>; 6],
    /// Timers that wait.
    pub timers: LiteMap<TaskId, Timer>,
    /// What the threads of the pool work on, by thread.
    pub pool: LiteMap<u32, Operation>,
    /// Operations that wait for a thread, the next one first.
    pub pool_line: VecDeque<Operation>,
    /// Operations that the kernel works on, in the order of their start.
    pub kernel: Vec<Operation>,
    /// What the process has open to the outside.
    pub handles: LiteMap<HandleId, Handle>,
    /// The last choice that Node leaves open: an event of kind `Choice`.
    pub choice: Option<EventIndex>,
    /// How many outputs there were.
    pub outputs: u32,
    /// How the run ended.
    pub ended: Option<Ending>,
}

/// A frame of the call stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The function.
    pub function: FunctionId,
    /// The statement that it is at.
    pub at: Option<ProbeId>,
    /// The task that called it, if a task runs.
    pub task: Option<TaskId>,
}

/// A task that is running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// The task.
    pub task: TaskId,
    /// The depth of the call stack when it was called.
    pub depth: u32,
    /// When it was called.
    pub since: VirtualTime,
}

/// A timer that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// When it was set.
    pub armed: VirtualTime,
    /// The delay in virtual milliseconds, as coerced.
    pub delay: u64,
    /// When it is due.
    pub due: VirtualTime,
    /// Whether it keeps the process alive.
    pub refed: bool,
}

/// A handle of the process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handle {
    /// What sort of handle it is.
    pub kind: HandleKind,
    /// What people call it.
    pub label: String,
    /// The statement that made it.
    pub site: Option<ProbeId>,
    /// The handle of the other end, if that is in this process.
    pub peer: Option<HandleId>,
    /// Whether it keeps the process alive.
    pub active: bool,
    /// When it was made.
    pub since: VirtualTime,
}

/// An operation that goes on, or waits for a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// The task that its completion calls.
    pub task: TaskId,
    /// The event of kind `IoSubmitted` that names it.
    pub submitted: Option<EventIndex>,
    /// When it was submitted, or the work began.
    pub since: VirtualTime,
    /// When it will be done, once it is worked on.
    pub until: Option<VirtualTime>,
}

impl LoopState {
    /// The queue with this name.
    pub fn queue(&self, queue: Queue) -> &VecDeque<TaskId> {
        match queue {
            Queue::Ticks => &self.ticks,
            Queue::Microtasks => &self.microtasks,
            Queue::Phase(phase) => &self.phases[phase as usize],
        }
    }

    /// The task whose JavaScript runs.
    pub fn current(&self) -> Option<TaskId> {
        self.running.last().map(|r| r.task)
    }

    /// The statement that the topmost frame is at.
    pub fn probe(&self) -> Option<ProbeId> {
        self.stack.last().and_then(|f| f.at)
    }

    /// The waiting timers, the next one first. Timers that are due at the same time stand in the order of their numbers.
    pub fn timers_by_due(&self) -> Vec<(TaskId, Timer)> {
        let mut timers: Vec<_> = self.timers.iter().map(|(&id, &t)| (id, t)).collect();
        timers.sort_by_key(|(id, t)| (t.due, *id));
        timers
    }

    /// All tasks that are on their way: running, queued, or waiting for something. By number, each once.
    pub fn tasks(&self) -> impl Iterator<Item = TaskId> + use<> {
        let operations = self
            .pool
            .values()
            .chain(&self.pool_line)
            .chain(&self.kernel);
        let queues = self.phases.iter().chain([&self.ticks, &self.microtasks]);
        let all = (self.running.iter().map(|r| r.task))
            .chain(self.pending.keys().copied())
            .chain(queues.flatten().copied())
            .chain(self.timers.keys().copied())
            .chain(operations.map(|o| o.task));
        let mut tasks = LiteMap::<TaskId, ()>::new();
        for task in all {
            tasks.insert(task, ());
        }
        tasks.into_iter().map(|(task, ())| task)
    }
}
