//! Who was busy with what, from when until when.

use super::tight;
use crate::event::{Event, EventIndex, EventKind};
use crate::task::{Phase, Queue, TaskId, Worker};
use crate::time::VirtualTime;
use litemap::LiteMap;

/// A stretch of virtual time that belongs to a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelineSpan {
    /// The task.
    pub task: TaskId,
    /// When it begins.
    pub from: VirtualTime,
    /// When it ends; nothing if that has not been recorded.
    pub to: Option<VirtualTime>,
    /// The event at which it begins.
    pub first: EventIndex,
    /// The event at which it ends; the same as `first` while it has none.
    pub last: EventIndex,
}

/// The lanes of the timeline. The spans of a lane stand in the order of their beginnings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// JavaScript on the main thread, by task.
    pub main: Vec<TimelineSpan>,
    /// Timers, from when they are set until they are due or cleared.
    pub timers: Vec<TimelineSpan>,
    /// The threads of the pool that have been busy, by number.
    pub pool: LiteMap<u32, Vec<TimelineSpan>>,
    /// What the kernel works on.
    pub kernel: Vec<TimelineSpan>,
    /// The time of the last event.
    pub end: VirtualTime,
    /// Spans of `timers` and of `kernel` that have not ended.
    open_timers: LiteMap<TaskId, usize>,
    open_kernel: LiteMap<TaskId, usize>,
    /// Spans of `main` that have not ended, outermost first.
    open_main: Vec<usize>,
}

impl Timeline {
    pub(super) fn add(&mut self, index: EventIndex, event: &Event) {
        self.end = self.end.max(event.at);
        let end = (event.at, index);
        match event.kind {
            EventKind::TaskStarted { task, .. } => {
                self.close_timer(task, end);
                self.open_main.push(open(&mut self.main, task, end));
            }
            EventKind::TaskEnded { task, .. } => {
                let main = &self.main;
                let place = self.open_main.iter().rposition(|&i| main[i].task == task);
                for i in self
                    .open_main
                    .drain(place.unwrap_or(self.open_main.len())..)
                {
                    close(&mut self.main, i, end);
                }
            }
            EventKind::TimerArmed { task, .. } => {
                self.close_timer(task, end);
                let span = open(&mut self.timers, task, end);
                self.open_timers.insert(task, span);
            }
            EventKind::TaskQueued {
                task,
                queue: Queue::Phase(Phase::Timers),
            }
            | EventKind::TaskDropped { task } => self.close_timer(task, end),
            EventKind::IoStarted { task, worker, .. } => match worker {
                Worker::PoolThread(thread) => {
                    open(self.pool.entry(thread).or_default(), task, end);
                }
                Worker::Kernel => {
                    let span = open(&mut self.kernel, task, end);
                    self.open_kernel.insert(task, span);
                }
            },
            EventKind::IoCompleted { task, worker } => match worker {
                Worker::PoolThread(thread) => {
                    let lane = self.pool.entry(thread).or_default();
                    if lane
                        .last()
                        .is_some_and(|s| s.task == task && s.to.is_none())
                    {
                        let last = lane.len() - 1;
                        close(lane, last, end);
                    }
                }
                Worker::Kernel => {
                    if let Some(i) = self.open_kernel.remove(&task) {
                        close(&mut self.kernel, i, end);
                    }
                }
            },
            EventKind::Ended(_) => {
                for i in std::mem::take(&mut self.open_main) {
                    close(&mut self.main, i, end);
                }
            }
            _ => {}
        }
    }

    fn close_timer(&mut self, task: TaskId, end: (VirtualTime, EventIndex)) {
        if let Some(i) = self.open_timers.remove(&task) {
            close(&mut self.timers, i, end);
        }
    }

    /// Bytes of memory that the lanes hold.
    pub(super) fn memory(&self) -> usize {
        let pool: usize = self.pool.values().map(Vec::capacity).sum();
        (self.main.capacity() + self.timers.capacity() + self.kernel.capacity() + pool)
            * size_of::<TimelineSpan>()
    }
}

fn open(lane: &mut Vec<TimelineSpan>, task: TaskId, start: (VirtualTime, EventIndex)) -> usize {
    let (from, first) = start;
    let span = TimelineSpan {
        task,
        from,
        to: None,
        first,
        last: first,
    };
    tight::push(lane, span);
    lane.len() - 1
}

fn close(lane: &mut [TimelineSpan], place: usize, end: (VirtualTime, EventIndex)) {
    if let Some(span) = lane.get_mut(place) {
        span.to = Some(end.0.max(span.from));
        span.last = end.1;
    }
}
