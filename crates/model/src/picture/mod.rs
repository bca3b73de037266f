//! Everything that is drawn of a recording at one step, as plain data: the page, the exports and the command line
//! share it.
//!
//! A picture names tasks by number and colour, places by line, and times in words; whoever draws it decides nothing
//! but where things stand. What does not depend on the step (console lines, timeline) is an index of the
//! [`Recording`](crate::replay::Recording) and not here.

mod build;
pub(crate) mod describe;
mod svg;
mod text;
mod waits;

pub(crate) use build::operation_name;
pub use build::{MAX_CARDS, card, console_line, picture};
pub use svg::{markup, svg};
pub use text::text;

use crate::event::Stream;
use crate::explain::Explanation;
use crate::replay::Stage;
use crate::source::{SourceId, Span};
use crate::task::{Phase, TaskId, TaskKind};
use crate::time::VirtualTime;

/// In how many colours tasks are drawn.
pub const COLOURS: u32 = 7;

/// What is drawn at one step.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The step, from 0: before the program starts.
    pub step: u32,
    /// How many steps there are so far.
    pub step_count: u32,
    /// The scenario's title; may be empty.
    pub title: String,
    /// The virtual clock.
    pub now: VirtualTime,
    /// How far the process has come.
    pub stage: Stage,
    /// The same in a few words: `main program`, `loop, iteration 2: poll`, `between two callbacks`.
    pub stage_text: String,
    /// The iteration of the loop, from 1; 0 before the loop.
    pub iteration: u32,
    /// The task whose JavaScript runs.
    pub current: Option<Card>,
    /// The call stack, outermost frame first.
    pub stack: Vec<FrameView>,
    /// The six phases, in their order.
    pub phases: Vec<PhaseView>,
    /// The nextTick queue.
    pub ticks: QueueView,
    /// The microtask queue.
    pub microtasks: QueueView,
    /// Timers that wait, the next one first.
    pub timers: Vec<TimerView>,
    /// The threads of libuv's pool, by number; a slot that is idle has no operation.
    pub pool: Vec<PoolSlot>,
    /// Operations that wait for a thread, the next one first.
    pub pool_line: Vec<OperationView>,
    /// Operations that the kernel works on.
    pub kernel: Vec<OperationView>,
    /// What the process has open to the outside.
    pub handles: Vec<HandleView>,
    /// How many callbacks of the two queues have run in a row: so long has the loop stood still.
    pub in_a_row: u32,
    /// The statement that is running or about to run.
    pub running: Option<RunningSpan>,
    /// Lines from which tasks are on their way, by text and line.
    pub gutter: Vec<GutterMark>,
    /// How many outputs of [`Recording::outputs`](crate::replay::Recording::outputs) have been printed.
    pub console_len: usize,
    /// Why this step happens.
    pub why: Explanation,
    /// Present where Node does not promise what happens at this step.
    pub open_order: Option<OpenOrder>,
    /// An exception or refusal that is reported at this step.
    pub problem: Option<ProblemView>,
    /// Present once the run is over.
    pub ending: Option<EndingView>,
}

/// A task wherever it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The task: a key that stays the same while the card moves.
    pub task: TaskId,
    /// Its number for people: the order of creation, 0 for the main program.
    pub number: u32,
    /// Its colour, below [`COLOURS`].
    pub colour: u32,
    /// What sort of task it is.
    pub kind: TaskKind,
    /// What people call it; the name of its kind if it has none of its own.
    pub label: String,
    /// The line of the statement that made it, if that is in the program.
    pub line: Option<u32>,
    /// For one that waits in the queue of a phase: how many callbacks have run since it could have.
    pub age: u32,
}

/// A frame of the call stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameView {
    /// The function's name; `(anonymous)` if it has none, the file's name for a text's body.
    pub label: String,
    /// The path of the text that it is in.
    pub path: String,
    /// The line that it is at; the line of its head before its first statement.
    pub line: Option<u32>,
    /// The task that called it.
    pub task: TaskId,
    /// The number of that task.
    pub number: u32,
    /// The colour of that task.
    pub colour: u32,
    /// Whether it is the topmost frame.
    pub top: bool,
}

/// A phase and its queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseView {
    /// Which.
    pub phase: Phase,
    /// The name that Node's documentation has for it.
    pub name: &'static str,
    /// Whether the loop is in it.
    pub active: bool,
    /// The callbacks that wait for it, the next one first; at most [`MAX_CARDS`].
    pub cards: Vec<Card>,
    /// How many more there are.
    pub more: usize,
    /// Those that could as well be next here, where Node promises no order.
    pub ghosts: Vec<Card>,
    /// A few words: `empty`, `internal to libuv`, `waits until 10 ms`, `next timer at 5 ms`.
    pub note: String,
}

/// One of the two queues that are emptied between callbacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueView {
    /// The name: `nextTick queue`, `microtask queue`.
    pub name: &'static str,
    /// Whether it is being emptied.
    pub active: bool,
    /// The tasks in it, the next one first; at most [`MAX_CARDS`].
    pub cards: Vec<Card>,
    /// How many more there are.
    pub more: usize,
}

/// A timer that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct TimerView {
    /// Its task.
    pub card: Card,
    /// The delay in virtual milliseconds, as coerced.
    pub delay_ms: u64,
    /// When it is due.
    pub due: VirtualTime,
    /// How long until then; zero if it is due.
    pub left: VirtualTime,
    /// For how long it has been due.
    pub late: VirtualTime,
    /// How much of the delay has passed, 0 to 1.
    pub elapsed: f64,
    /// Whether it keeps the process alive.
    pub refed: bool,
}

/// An operation that goes on while JavaScript does.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationView {
    /// The task that its completion calls.
    pub card: Card,
    /// The operation: `open users.json`.
    pub operation: String,
    /// When it will be done, once it is worked on.
    pub until: Option<VirtualTime>,
    /// Its place in the line for a thread, from 1; 0 for one that is worked on.
    pub place: usize,
    /// How much of it is done, 0 to 1.
    pub elapsed: f64,
}

/// Something that the process has open to the outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandleView {
    /// What sort: `server`, `socket`.
    pub kind: &'static str,
    /// What people call it.
    pub label: String,
    /// The other end, if that is in this process.
    pub peer: Option<String>,
    /// Whether it keeps the process alive.
    pub active: bool,
}

/// A thread of the pool.
#[derive(Debug, Clone, PartialEq)]
pub struct PoolSlot {
    /// Its number, from 0.
    pub thread: u32,
    /// What it works on.
    pub busy: Option<OperationView>,
}

/// A place in a text that is compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningSpan {
    /// The text.
    pub source: SourceId,
    /// Its path in the scenario.
    pub path: String,
    /// Where in it.
    pub span: Span,
    /// The number of the task that runs it.
    pub number: u32,
    /// Its colour.
    pub colour: u32,
}

/// A mark beside a line: tasks that were made there and have not come to an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GutterMark {
    /// The text.
    pub source: SourceId,
    /// Its path in the scenario.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The tasks, by number.
    pub cards: Vec<Card>,
}

/// Node promises no order at this step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOrder {
    /// What is open, in one sentence.
    pub sentence: String,
    /// The task that goes first in this run, where it is known.
    pub picked: Option<Card>,
    /// The tasks that could have gone first instead.
    pub others: Vec<Card>,
}

/// An exception that nothing caught, or a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemView {
    /// What happened.
    pub message: String,
    /// What to do instead; may be empty.
    pub hint: String,
    /// The file, if it is in the program.
    pub path: Option<String>,
    /// Where in the file.
    pub span: Option<Span>,
    /// Whether the run is stopped because something is not modelled: not the program's fault.
    pub refused: bool,
}

/// How the run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndingView {
    /// Which of the four ways.
    pub tone: EndingTone,
    /// A short headline: `exit code 0`.
    pub headline: String,
    /// One sentence more; may be empty.
    pub detail: String,
}

/// In which colour an ending is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndingTone {
    /// Exit code 0.
    Success,
    /// Another exit code.
    Failure,
    /// The process would wait for something from outside.
    Waiting,
    /// A limit of the recording; more can be recorded.
    Paused,
    /// The run cannot go on.
    Stopped,
}

/// A line of the console, as the page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsoleLine {
    /// Its number, from 1: the anchor `o3` is the third.
    pub number: u32,
    /// When it was printed.
    pub at: VirtualTime,
    /// Where to.
    pub stream: Stream,
    /// The text without its last line end; it may hold more line ends.
    pub text: String,
    /// The task that printed it.
    pub card: Option<Card>,
    /// The line of the statement that printed it.
    pub line: Option<u32>,
    /// The step at which it appears: where a click leads.
    pub step: u32,
}

#[cfg(test)]
mod tests;
