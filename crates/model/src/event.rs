//! What a run records: one [`Event`] for each thing that happens, in order.

use crate::handle::{HandleId, HandleKind};
use crate::rule::RuleId;
use crate::source::{FunctionId, ProbeId, Span};
use crate::task::{Phase, Queue, TaskId, TaskKind, Worker};
use crate::time::VirtualTime;
use serde::{Deserialize, Serialize};

/// The place of an event in its trace, from 0.
pub type EventIndex = u32;

/// One record of a trace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When it happened.
    pub at: VirtualTime,
    /// The event that brought it about: for a created task the statement that created it, for a started one the event
    /// that made it ready, for output the statement that printed it.
    pub cause: Option<EventIndex>,
    /// What happened.
    pub kind: EventKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventKind {
    /// A statement of the topmost frame is about to run.
    Statement(ProbeId),
    /// The statement was visited, or the function called, this many more times in this task; these visits are counted
    /// and not recorded.
    Repeated(ProbeId, u64),
    /// A function is called: a frame is pushed.
    Enter(FunctionId),
    /// The topmost function returned: its frame is popped.
    Leave,
    /// The topmost function was left by an exception: its frame is popped.
    Unwind,
    /// The topmost function is suspended at this `await` or `yield`: its frame is popped.
    Suspend(Option<ProbeId>),
    /// A suspended function goes on: a frame is pushed again.
    Resume(FunctionId),
    /// The program printed.
    Output {
        /// Where to.
        stream: Stream,
        /// The text with its line end.
        text: String,
    },
    /// A task exists: from now on it waits for something, or its turn.
    TaskCreated {
        /// Its number.
        task: TaskId,
        /// What sort of task it is.
        kind: TaskKind,
        /// What people call it: the callback's name, or the call that made it.
        label: String,
        /// The statement that made it.
        site: Option<ProbeId>,
    },
    /// Nothing but its turn keeps the task from running.
    TaskQueued {
        /// The task.
        task: TaskId,
        /// Where it waits for its turn.
        queue: Queue,
    },
    /// What a task is has become known: which reaction a promise job runs, only when it is run.
    TaskIdentified {
        /// The task.
        task: TaskId,
        /// Its label.
        label: String,
        /// The statement that made the reaction.
        site: Option<ProbeId>,
    },
    /// The task is called.
    TaskStarted {
        /// The task.
        task: TaskId,
        /// The rule by which it is this one's turn.
        rule: RuleId,
    },
    /// The task's call is over.
    TaskEnded {
        /// The task.
        task: TaskId,
        /// Whether an exception left it.
        threw: bool,
    },
    /// The task will not run: it was cleared, or the process ended.
    TaskDropped {
        /// The task.
        task: TaskId,
    },
    /// A timer is set, or set again: it waits until it is due.
    TimerArmed {
        /// Its task.
        task: TaskId,
        /// The delay in virtual milliseconds, as coerced.
        delay: u64,
        /// When it is due.
        due: VirtualTime,
        /// Whether it keeps the process alive.
        refed: bool,
    },
    /// An operation is handed over; it may have to wait for a thread.
    IoSubmitted {
        /// The task that its completion calls.
        task: TaskId,
        /// The operation, `open users.json`.
        operation: String,
    },
    /// A thread or the kernel works on the operation.
    IoStarted {
        /// The task that its completion calls.
        task: TaskId,
        /// Who works on it.
        worker: Worker,
        /// When it will be done.
        until: VirtualTime,
    },
    /// The operation is done; the loop learns of it in its poll phase.
    IoCompleted {
        /// The task that its completion calls.
        task: TaskId,
        /// Who worked on it.
        worker: Worker,
    },
    /// A new iteration of the loop begins, from 1.
    IterationStarted(u32),
    /// The loop enters a phase.
    PhaseEntered {
        /// Which.
        phase: Phase,
        /// The rule that applies.
        rule: RuleId,
    },
    /// Between two callbacks: a queue that is not empty is about to be drained.
    Checkpoint(Queue),
    /// The loop has nothing to do until this time, or until an operation is done.
    PollWait(Option<VirtualTime>),
    /// Node promises no order here.
    Choice {
        /// What was open.
        kind: ChoiceKind,
        /// The task that was chosen to go first, where it is known.
        picked: Option<TaskId>,
        /// The tasks that could have gone first instead.
        others: Vec<TaskId>,
    },
    /// An event of `process` is emitted: `beforeExit`, `exit`, `uncaughtException`, `unhandledRejection`, …
    ProcessEvent(String),
    /// An exception that nothing caught, or a syntax error.
    Uncaught {
        /// First line of what Node prints: name and message.
        message: String,
        /// Where it was thrown, if that is in the program.
        place: Option<Place>,
    },
    /// The run is over.
    Ended(Ending),
    /// The process has a new handle: a server listens, a socket is there, a child runs.
    HandleOpened {
        /// Its number.
        handle: HandleId,
        /// What sort of handle it is.
        kind: HandleKind,
        /// What people call it.
        label: String,
        /// The statement that made it.
        site: Option<ProbeId>,
    },
    /// A handle's label or the other end of its connection has become known.
    HandleChanged {
        /// The handle.
        handle: HandleId,
        /// What people call it now.
        label: String,
        /// The handle of the other end, if that is in this process.
        peer: Option<HandleId>,
    },
    /// Whether a handle keeps the process alive has changed: by `ref` and `unref`, or because it began or ended to wait
    /// for something.
    HandleActive {
        /// The handle.
        handle: HandleId,
        /// Whether it keeps the process alive.
        active: bool,
    },
    /// A handle is closed.
    HandleClosed {
        /// The handle.
        handle: HandleId,
    },
    /// Something reaches the process from outside: `GET /users`, `SIGINT`.
    Stimulus(String),
}

impl EventKind {
    /// The name that the written forms of a trace have for it: `taskStarted`.
    pub const fn name(&self) -> &'static str {
        match self {
            EventKind::Statement(_) => "statement",
            EventKind::Repeated(..) => "repeated",
            EventKind::Enter(_) => "enter",
            EventKind::Leave => "leave",
            EventKind::Unwind => "unwind",
            EventKind::Suspend(_) => "suspend",
            EventKind::Resume(_) => "resume",
            EventKind::Output { .. } => "output",
            EventKind::TaskCreated { .. } => "taskCreated",
            EventKind::TaskQueued { .. } => "taskQueued",
            EventKind::TaskIdentified { .. } => "taskIdentified",
            EventKind::TaskStarted { .. } => "taskStarted",
            EventKind::TaskEnded { .. } => "taskEnded",
            EventKind::TaskDropped { .. } => "taskDropped",
            EventKind::TimerArmed { .. } => "timerArmed",
            EventKind::IoSubmitted { .. } => "ioSubmitted",
            EventKind::IoStarted { .. } => "ioStarted",
            EventKind::IoCompleted { .. } => "ioCompleted",
            EventKind::IterationStarted(_) => "iterationStarted",
            EventKind::PhaseEntered { .. } => "phaseEntered",
            EventKind::Checkpoint(_) => "checkpoint",
            EventKind::PollWait(_) => "pollWait",
            EventKind::Choice { .. } => "choice",
            EventKind::ProcessEvent(_) => "processEvent",
            EventKind::Uncaught { .. } => "uncaught",
            EventKind::Ended(_) => "ended",
            EventKind::HandleOpened { .. } => "handleOpened",
            EventKind::HandleChanged { .. } => "handleChanged",
            EventKind::HandleActive { .. } => "handleActive",
            EventKind::HandleClosed { .. } => "handleClosed",
            EventKind::Stimulus(_) => "stimulus",
        }
    }

    /// The rule that the recorder gave with it.
    pub const fn rule(&self) -> Option<RuleId> {
        match self {
            EventKind::TaskStarted { rule, .. } | EventKind::PhaseEntered { rule, .. } => {
                Some(*rule)
            }
            _ => None,
        }
    }
}

/// Where a program prints to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// What Node leaves open (semantics 13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChoiceKind {
    /// N1: whether the clock has passed the due time of a timer.
    Clock,
    /// N3: which of the running operations of the pool is done first.
    PoolOrder,
    /// N4: whether an operation is done in time for this poll phase.
    PollBatch,
}

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The file's path as in [`crate::SourceUnit::path`].
    pub path: String,
    /// Where in it.
    pub span: Span,
}

/// The four ways in which a run ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// The process ended with this exit code.
    Exited(i32),
    /// Nothing can happen without an outside event; these keep the process alive.
    Waiting(Vec<String>),
    /// A limit of the recording is reached; more can be recorded.
    Paused(Limit),
    /// The run cannot go on.
    Stopped(Stop),
}

/// A limit at which recording pauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Limit {
    /// So many events.
    Events(u64),
    /// So many virtual milliseconds.
    VirtualMillis(u64),
}

/// Why a run cannot go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// What sort of stop.
    pub kind: StopKind,
    /// What happened, for people.
    pub message: String,
    /// What to do instead; may be empty.
    pub hint: String,
    /// Where.
    pub place: Option<Place>,
}

/// What sort of stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StopKind {
    /// The program uses something that is not modelled.
    Refused,
    /// A counted bound was passed that no real program needs.
    Bomb,
}
