//! Tasks: pieces of JavaScript that the event loop calls, and where they wait.

use serde::{Deserialize, Serialize};

/// A piece of JavaScript that is called from outside of JavaScript, numbered in order of creation; 0 is the main program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TaskId(pub u32);

impl TaskId {
    /// The main program.
    pub const MAIN: TaskId = TaskId(0);
}

/// What sort of task it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TaskKind {
    /// The main program.
    Main,
    /// A callback given to `process.nextTick`, or a tick of Node's own.
    Tick,
    /// A promise job: a reaction given to `then`, or the rest of an async function behind an `await`.
    PromiseJob,
    /// A callback given to `queueMicrotask`.
    Microtask,
    /// A callback given to `setTimeout`.
    Timeout,
    /// A callback given to `setInterval`.
    Interval,
    /// A callback given to `setImmediate`.
    Immediate,
    /// A callback of an operation on the thread pool or of a socket: it runs in the poll phase.
    Io,
    /// A `close` callback of a handle.
    Close,
}

impl TaskKind {
    /// The name that Node's documentation has for it.
    pub const fn name(self) -> &'static str {
        match self {
            TaskKind::Main => "main program",
            TaskKind::Tick => "nextTick callback",
            TaskKind::PromiseJob => "promise job",
            TaskKind::Microtask => "microtask",
            TaskKind::Timeout => "timeout",
            TaskKind::Interval => "interval",
            TaskKind::Immediate => "immediate",
            TaskKind::Io => "I/O callback",
            TaskKind::Close => "close callback",
        }
    }
}

/// The phases of an iteration of the loop, in their order (semantics 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// Callbacks of timers that are due.
    Timers,
    /// Deferred system callbacks.
    Pending,
    /// Internal to libuv; no JavaScript runs here.
    IdlePrepare,
    /// Waits for I/O and calls the callbacks of what is completed.
    Poll,
    /// Callbacks of `setImmediate`.
    Check,
    /// Callbacks of `close` events of handles.
    Close,
}

impl Phase {
    /// All six, in their order.
    pub const ALL: [Phase; 6] = [
        Phase::Timers,
        Phase::Pending,
        Phase::IdlePrepare,
        Phase::Poll,
        Phase::Check,
        Phase::Close,
    ];

    /// The name that Node's documentation has for it.
    pub const fn name(self) -> &'static str {
        match self {
            Phase::Timers => "timers",
            Phase::Pending => "pending callbacks",
            Phase::IdlePrepare => "idle, prepare",
            Phase::Poll => "poll",
            Phase::Check => "check",
            Phase::Close => "close callbacks",
        }
    }
}

/// Where a task waits once nothing but its turn keeps it from running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Queue {
    /// The nextTick queue.
    Ticks,
    /// The microtask queue: promise jobs and callbacks of `queueMicrotask`, in one order.
    Microtasks,
    /// The queue of a phase.
    Phase(Phase),
}

/// Where an operation is worked on while JavaScript goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Worker {
    /// A thread of libuv's pool, from 0.
    PoolThread(u32),
    /// The kernel: sockets and pipes need no thread.
    Kernel,
}
