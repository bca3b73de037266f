//! What can be looked up in a recording without replaying it.

use super::state::LoopState;
use super::tight;
use crate::event::{Event, EventIndex, EventKind, Place, Stream};
use crate::source::ProbeId;
use crate::task::{TaskId, TaskKind};
use crate::time::VirtualTime;
use litemap::LiteMap;

/// What is known of a task, from the whole recording so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskInfo {
    /// Its number.
    pub id: TaskId,
    /// What sort of task it is.
    pub kind: TaskKind,
    /// What people call it; empty if that is not known.
    pub label: String,
    /// The statement that made it.
    pub site: Option<ProbeId>,
    /// The event of its creation.
    pub created: Option<EventIndex>,
    /// When it was made.
    pub created_at: VirtualTime,
    /// The task that made it.
    pub by: Option<TaskId>,
    /// The event of its first call.
    pub started: Option<EventIndex>,
    /// How often it was called.
    pub calls: u32,
    /// The event of the end of its last call.
    pub ended: Option<EventIndex>,
    /// The event by which it was cleared or given up.
    pub dropped: Option<EventIndex>,
}

impl TaskInfo {
    fn unknown(id: TaskId, kind: TaskKind) -> TaskInfo {
        TaskInfo {
            id,
            kind: if id == TaskId::MAIN {
                TaskKind::Main
            } else {
                kind
            },
            label: String::new(),
            site: None,
            created: None,
            created_at: VirtualTime::ZERO,
            by: None,
            started: None,
            calls: 0,
            ended: None,
            dropped: None,
        }
    }
}

/// An output; its text is that of the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutputRef {
    /// The event of kind `Output`.
    pub event: EventIndex,
    /// When it was printed.
    pub at: VirtualTime,
    /// Where to.
    pub stream: Stream,
    /// The task that printed it.
    pub task: Option<TaskId>,
    /// The statement that printed it.
    pub site: Option<ProbeId>,
}

/// An exception that nothing caught, or a refusal, at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The event that reports it.
    pub event: EventIndex,
    /// What happened.
    pub message: String,
    /// What to do instead; may be empty.
    pub hint: String,
    /// Where, if that is in the program.
    pub place: Option<Place>,
    /// Whether the run was stopped by it because something is not modelled.
    pub refused: bool,
}

/// Visits of a line of the main program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Visit {
    pub event: EventIndex,
    /// The number of this visit, or of the last one if the event stands for several.
    pub number: u32,
}

/// The indexes.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    pub tasks: LiteMap<TaskId, TaskInfo>,
    pub outputs: Vec<OutputRef>,
    pub callbacks: Vec<EventIndex>,
    pub phases: Vec<EventIndex>,
    pub iterations: Vec<EventIndex>,
    pub statements: Vec<EventIndex>,
    pub visits: LiteMap<u32, Vec<Visit>>,
    pub problems: Vec<Problem>,
}

impl Index {
    /// Takes in an event; `state` is the one before it, `line` the line of the main program that it visits.
    pub fn add(&mut self, index: EventIndex, event: &Event, state: &LoopState, line: Option<u32>) {
        match &event.kind {
            EventKind::Statement(_) => {
                tight::push(&mut self.statements, index);
                self.visit(index, line, 1);
            }
            EventKind::Repeated(_, more) => {
                self.visit(index, line, u32::try_from(*more).unwrap_or(u32::MAX));
            }
            EventKind::Output { stream, .. } => {
                let output = OutputRef {
                    event: index,
                    at: event.at,
                    stream: *stream,
                    task: state.current(),
                    site: state.probe(),
                };
                tight::push(&mut self.outputs, output);
            }
            EventKind::TaskCreated {
                task,
                kind,
                label,
                site,
            } => {
                let info = TaskInfo {
                    label: label.clone(),
                    site: *site,
                    created: Some(index),
                    created_at: event.at,
                    by: state.current(),
                    ..TaskInfo::unknown(*task, *kind)
                };
                self.tasks.entry(*task).or_insert(info);
            }
            EventKind::TaskIdentified { task, label, site } => {
                let info = self.task(*task, TaskKind::PromiseJob);
                info.label.clone_from(label);
                info.site = site.or(info.site);
            }
            EventKind::TaskStarted { task, .. } => {
                let info = self.task(*task, TaskKind::PromiseJob);
                info.started.get_or_insert(index);
                info.calls += 1;
                if *task != TaskId::MAIN {
                    tight::push(&mut self.callbacks, index);
                }
            }
            EventKind::TaskEnded { task, .. } => {
                self.task(*task, TaskKind::PromiseJob).ended = Some(index);
            }
            EventKind::TaskDropped { task } => {
                self.task(*task, TaskKind::PromiseJob).dropped = Some(index);
            }
            EventKind::TimerArmed { task, .. } => {
                self.task(*task, TaskKind::Timeout).dropped = None;
            }
            EventKind::IoSubmitted { task, .. } => {
                self.task(*task, TaskKind::Io);
            }
            EventKind::PhaseEntered { .. } => tight::push(&mut self.phases, index),
            EventKind::IterationStarted(_) => tight::push(&mut self.iterations, index),
            EventKind::Uncaught { message, place } => self.problems.push(Problem {
                event: index,
                message: message.clone(),
                hint: String::new(),
                place: place.clone(),
                refused: false,
            }),
            EventKind::Ended(crate::event::Ending::Stopped(stop)) => self.problems.push(Problem {
                event: index,
                message: stop.message.clone(),
                hint: stop.hint.clone(),
                place: stop.place.clone(),
                refused: true,
            }),
            _ => {}
        }
    }

    /// What is known of a task, which may never have been announced.
    fn task(&mut self, id: TaskId, kind: TaskKind) -> &mut TaskInfo {
        self.tasks
            .entry(id)
            .or_insert_with(|| TaskInfo::unknown(id, kind))
    }

    fn visit(&mut self, event: EventIndex, line: Option<u32>, count: u32) {
        if let Some(line) = line {
            let visits = self.visits.entry(line).or_default();
            let before = visits.last().map_or(0, |v| v.number);
            let number = before.saturating_add(count);
            tight::push(visits, Visit { event, number });
        }
    }

    /// Bytes of memory that are held, tasks and problems aside.
    pub fn memory(&self) -> usize {
        let visits: usize = self.visits.values().map(Vec::capacity).sum();
        let events = self.callbacks.capacity()
            + self.phases.capacity()
            + self.iterations.capacity()
            + self.statements.capacity();
        visits * size_of::<Visit>()
            + events * size_of::<EventIndex>()
            + self.outputs.capacity() * size_of::<OutputRef>()
    }
}
